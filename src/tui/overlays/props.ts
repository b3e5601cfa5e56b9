import type { PlaceProps } from '../screens/props.ts';

/** An overlay gets what a screen gets; its body comes from the screen below. */
export type OverlayProps = PlaceProps;
