/** An article without faults: file `knowledge/disk-full.md`. */
export const sampleArticle = `---
id: disk-full
title: The disk is full
kind: diagnosis
culprit: {module: trace.culpritModule}
each: {namespace: trace, by: trace.signature}
rules:
  - {id: no-space, when: log.noSpaceErrors > 0, makes: confirmed, statement: "{log.noSpaceErrors} times no space was left"}
remedies:
  - id: make-room
    title: Make room
    kind: mitigation
    risk: mutating
    actions:
      - {run: [journalctl, --vacuum-size=1G]}
      - {write: /etc/x.conf, content: "a\\n", mode: "0600"}
      - {remove: /tmp/y}
      - {instruct: "Remove old files."}
    undo:
      - {instruct: "Nothing to undo."}
    verification: {collectors: [disk-usage], rule: disk.full == false, statement: There is room}
affected: ["all versions"]
sources: [{title: df(1)}, {title: manual, url: "https://example.org/x"}]
owner: httpd-medic
lastVerified: 2026-11-21
---
**Now:** make room.

## What you see

Lines with No space left on device.

## Why

Nothing can be written.

## How it is proved

By errno 28.

## Remedies

Make room.
`;

export const sampleFile = 'knowledge/disk-full.md';
