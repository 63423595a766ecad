"""A rulebook with one of each part, in which nothing is wrong or strange; and the same with something changed."""

import copy
import json
from functools import cache
from typing import Any

import yaml

from domain.rulebook import Rulebook

_TEXT = """
programme: sound
version: 1
name: &name {fr: Essai, en: Test}
source: Made for the tests.
period: {since: '2024-01-01', until: '2028-12-31'}
contacts:
  elected-representative: {name: *name}
maturity: {emergence: *name, spreading: *name}
occasions: {session: *name}
phases:
  exploration:
    name: *name
    expected: P6M
    stages: [{stage: intuition, name: *name}]
    gate:
      - {item: members, name: *name, needs: {rule: stakeholders, at_least: 5, at_most: 15, sectors: 3}}
      - {item: criteria, name: *name, needs: {rule: criteria, of: {one: *name, two: *name}, at_least: 2}}
      - {item: start, name: *name, needs: {rule: items, of: [alone, others], at_least: 1}}
      - {item: alone, name: *name, needs: {rule: declared}}
      - {item: others, name: *name, needs: {rule: files, at_least: 4, reached: experimentation}}
      - {item: selected, name: *name, needs: {rule: selected, stage: supported}}
      - {item: opinion, name: *name, needs: {rule: review, review: opinion}}
      - {item: grant, name: *name, needs: {rule: funding, instrument: grant}}
    course:
      - act: ask_opinion
        name: *name
        does: open-review
        review: opinion
        when: {after: gate-item, item: alone}
        delay: P7D
        held_by: [board]
        ladder: work
  diagnosis:
    name: *name
    gate:
      - {item: plan, name: *name, needs: {rule: deliverable}}
      - {item: portrait, name: *name, needs: {rule: deliverable}}
      - {item: both, name: *name, needs: {rule: items, of: [plan, portrait], at_least: 2}}
      - {item: charter, name: *name, needs: {rule: charter, term: P3Y}}
    course:
      - act: table
        name: *name
        does: ask-for
        what: commitments
        when: {after: phase-entry}
        within: P2M
        ladder: work
      - {act: go_on, name: *name, does: advance, delay: P7D}
  experimentation:
    name: *name
    expected: P2Y
    gate:
      - {item: sessions, name: *name, needs: {rule: occasions, occasion: session, at_least: 3, within: P12M}}
      - {item: evaluation, name: *name, needs: {rule: evaluation, not_older_than: P1Y}}
      - {item: experiments, name: *name, needs: {rule: experiments, at_least: 1}}
    course:
      - act: ask_again
        name: *name
        does: open-review
        review: opinion
        when: {after: cadence, every: P4M, counting: asked}
ladders:
  work:
    - {rung: before, offset: -P1M, to: managers}
    - {rung: due, offset: P0D, to: managers}
    - {rung: escalation, offset: P14D, to: elected-representative}
  answer:
    - {rung: before, offset: -P7D, to: board}
    - {rung: due, offset: P0D, to: board}
deadlines:
  - {deadline: plan, name: *name, after: phase-entry, within: P4M, phases: [diagnosis], until: plan, ladder: work}
  - {deadline: both, name: *name, after: phase-entry, within: P9M, phases: [diagnosis], until: both, ladder: work}
  - {deadline: session, name: *name, after: last-occasion, occasion: session, within: P4M, ladder: work}
  - {deadline: evaluation, name: *name, after: last-evaluation, within: P6M, ladder: work}
  - {deadline: next, name: *name, after: gate-item, item: plan, within: P2M, phases: [diagnosis], ladder: work}
  - {deadline: chapter, name: *name, after: each-year, day: 11-01, deliverable: chapter, within: P2M, ladder: work}
  - {deadline: charter, name: *name, after: charter-term, within: -P3M, ladder: work}
  - {deadline: selection, name: *name, after: application, within: P3M, phases: [exploration], ladder: work}
  - deadline: abandonment
    name: *name
    after: abandonment-request
    within: P1M
    ladder: answer
    silence: {counts_as: granted, forecast: P14D}
  - deadline: first_months
    name: *name
    after: phase-entry
    within: P4M
    phases: [exploration]
    until: members
    ladder: work
    silence: {counts_as: met, forecast: P14D}
evaluation: {items: {governance: *name}}
experiments: {shortest: P6M, longest: P12M}
calls:
  calls:
    - {call: permanent, name: *name, kind: permanent}
    - {call: themes, name: *name, kind: dated, opens: '2025-01-01', closes: '2025-06-30'}
  funnel:
    - {stage: shortlisted, name: *name, by: [programme-manager]}
    - {stage: supported, name: *name, by: [jury]}
relays: [{programme: older, phases: {exploration: diagnosis}}]
panels:
  - panel: commission
    name: *name
    mode: decisive
    members: [{role: regional-commission, members: 5}, {role: jury, members: 2}]
    chair: jury
    quorum: {at_least: 4}
    concludes: threshold
    threshold: 60
    within: P1M
    ladder: answer
reviews:
  - {review: opinion, name: *name, panel: commission, about: gate}
  - {review: grant_study, name: *name, panel: commission, about: funding}
instruments:
  - instrument: grant
    name: *name
    kind: grant
    least_cents: 1500000
    most_cents: 6000000
    cap: {ordinary: 50, raised: 60, raised_in: [QPV]}
    lasting: [P6M, P12M]
    beneficiaries: [{kind: association, name: *name, maturity: [emergence]}]
    expenses: [{expense: people, name: *name, maturity: [spreading]}]
    envelope: {total_cents: 48000000, per_year_cents: 12000000, fundings_per_year: 3}
    circuit: [{up_to_cents: 2000000, by: [commission]}, {by: [board]}]
    approvals: [{by: [programme-manager]}]
    tranches:
      - {tranche: advance, name: *name, share: 60, when: [agreement-signed]}
      - {tranche: balance, name: *name, share: 40, when: [date, report-accepted], after: P1Y}
    reports: [{report: final, name: *name, within: P12M, ladder: work}]
    steps:
      decision: {within: P2M, ladder: work, silence: refused}
      payment: {within: P1M, ladder: answer}
      renewal: {within: P2M, ladder: work}
    fast_track: {envelope_cents: 5000000, circuit: [{by: [board]}]}
    course:
      - {act: put, name: *name, does: put-to-decision, when: {after: request}}
      - {act: record, name: *name, does: record-decision, delay: P7D}
      - {act: ask_balance, name: *name, does: ask-for-tranche, tranches: [balance]}
  - {instrument: label, name: *name, kind: label, shares: [public], carried_by: grant}
publication: {published: [sheet, lessons], private: [problems], since: diagnosis}
documents: [{document: chapter, name: *name, sections: [sheet, lessons]}]
settles_abandonment: [board]
waives: [jury]
"""

REMOVED = object()
"""What takes a part away."""

Path = tuple[str | int, ...]
Edits = dict[str, Any]


def path_to(dotted: str) -> Path:
    """The keys and indexes of ``deadlines.0.ladder``."""
    return tuple(int(step) if step.isdecimal() else step for step in dotted.split("."))


@cache
def _tree() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(_TEXT)))  # so that no two parts are one
    return tree


def sound(edits: Edits | None = None) -> dict[str, Any]:
    """The tree of the sound rulebook, changed as ``edits`` says by dotted paths; an index past the end appends."""
    tree = copy.deepcopy(_tree())
    for dotted, value in (edits or {}).items():
        *way, last = path_to(dotted)
        part: Any = tree
        for step in way:
            part = part[step]
        if value is REMOVED:
            del part[last]
        elif isinstance(part, list) and last == len(part):
            part.append(value)
        else:
            part[last] = value
    return tree


def rulebook(edits: Edits | None = None) -> Rulebook:
    """The sound rulebook, changed."""
    return Rulebook.model_validate_json(json.dumps(sound(edits)))
