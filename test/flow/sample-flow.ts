/** A flow without faults: file `flows/children-die.yaml`. */
export const sampleFlow = `id: children-die
title: Children die by signal
symptom: 'Requests fail or children die "by signal"'
proposedWhen: log.childSignals > 0
start: look
steps:
  look:
    kind: collect
    title: Read the log
    why: It says how the children ended
    collectors: [error-log, processes]
    next: judge-signals
  judge-signals:
    kind: judge
    title: Did a signal kill them?
    why: A signal leaves a line
    rule: log.childSignals > 0
    statement: "{log.childSignals} children were killed by a signal"
    confirmed: ask-load
    refuted: out
    inconclusive: ask-load
  ask-load:
    kind: ask
    title: Load
    why: Only you know
    question: Does it happen under load?
    options:
      - {id: under-load, label: Under load, next: crash}
      - {id: idle, label: At any time, next: out}
    unknown: look-again
  look-again: {kind: ask, title: Again, why: Once more, question: Sure?, options: [{id: back, label: Go back, next: ask-load}], unknown: out}
  crash: {kind: diagnose, title: A crash, why: That is what it is, about: [module-crash]}
  out: {kind: hand-off, title: Ask others, why: Nothing fits, text: "Send {log.childSignals} to the list"}
cases:
  - name: a crash under load
    facts: {log.childSignals: 3}
    answers: {ask-load: under-load}
    leaf: crash
    diagnoses: [module-crash]
  - {name: nothing known, facts: {}, leaf: out, diagnoses: []}
  - {name: no signal, facts: {log.childSignals: 0}, answers: {}, leaf: out, diagnoses: []}
`;

export const sampleFile = 'flows/children-die.yaml';
