"""The vocabularies: complete, consistent, and cheap to match."""

from averment.incidents.inflect import Form, forms_of
from averment.incidents.pattern import compile_phrase, find_matches, index_of
from averment.incidents.vocabulary import act_types, target_types, trigger_index, weapon_types
from averment.incidents.words import Words


def test_there_are_at_least_forty_five_kinds_of_act() -> None:
    assert len(act_types()) >= 45


def test_whatever_an_attack_becomes_is_an_act() -> None:
    becomes = {t.becomes for t in target_types().values()}
    becomes |= {w.becomes for w in weapon_types().values()}

    assert becomes - {None} <= set(act_types())


def test_every_pattern_names_an_act() -> None:
    named = {p.name for patterns in trigger_index().values() for p, _ in patterns}

    assert named <= set(act_types())


def test_verbs_are_inflected() -> None:
    assert forms_of("stab") == {
        "stab": Form.BASE,
        "stabs": Form.PRESENT,
        "stabbing": Form.ING,
        "stabbed": Form.PAST,
    }
    assert {"shot", "shooting", "shoots"} <= set(forms_of("shoot"))
    assert {"expelled", "expelling"} <= set(forms_of("expel"))
    assert {"denied", "denies"} <= set(forms_of("deny"))


def test_a_gap_spans_some_words_but_no_clause_break() -> None:
    index = index_of([compile_phrase("act", "x", "=open .. fire|flames")])

    assert len(find_matches(Words.of("They opened heavy and aimed fire"), index)) == 1
    assert find_matches(Words.of("They opened; then fire"), index) == []


def test_note_markers_are_no_words() -> None:
    assert Words.of("resolution1 of Callis¹ said “so”2 twice").printed == (
        "resolution", "of", "Callis", "said", "“", "so", "”", "twice",
    )  # fmt: skip
