"""Promises of wording that no rule's own test holds."""

from motcua.inspection.wording import named


def test_a_sentence_names_at_most_four_labels_and_counts_the_rest() -> None:
    labels = [(f"nội dung {letter}", 1) for letter in "abcdef"]

    assert named(labels) == "nội dung a; nội dung b; nội dung c; nội dung d; và 02 nội dung khác"


def test_a_single_label_too_many_is_named_rather_than_counted() -> None:
    labels = [(f"nội dung {letter}", 1) for letter in "abcde"]

    assert named(labels) == "nội dung a; nội dung b; nội dung c; nội dung d; nội dung e"


def test_an_earlier_finding_is_named_by_its_rules_title_not_by_its_code() -> None:
    assert named([("TTHC-029", 2), ("chưa đặt tên", 1)]) == "Hồ sơ trễ hạn, quá hạn; chưa đặt tên"
