import fc from 'fast-check';

/**
 * Properties run on the same cases every time, so that a red build can be looked at again. To hunt for new cases:
 * FC_SEED=$RANDOM npm test
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261121) });
