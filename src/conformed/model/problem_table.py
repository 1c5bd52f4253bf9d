"""The one table of problem codes: what `conformed explain CODE` prints and the reference lists.

Keep the entries in the order of the stages, and alphabetical within a stage.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PROBLEMS", "ProblemKind"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem.

    Attributes:
        stage: `reading`, `structure`, `amending`, `conforming`, `terms`, `running`, `store` or `calling`.
        template: the one-line message, a format string.
        meaning: what it says about the papers, and what to do, for `conformed explain`.
        example: an input, in words or as text, that causes it.
    """

    stage: str
    template: str
    meaning: str
    example: str


PROBLEMS: dict[str, ProblemKind] = {
    "agreement-id-twice": ProblemKind(
        "reading",
        'the id "{id}" is already used in line {first}; give each its own',
        "Two tables of agreement.toml carry the same id, so that whatever names it would mean either.",
        'two [[documents]] with id = "amendment-1"',
    ),
    "agreement-key": ProblemKind(
        "reading",
        'unknown key "{key}"; {hint}',
        "agreement.toml holds a key that means nothing there; a misspelt key would otherwise be passed over in silence.",
        "[[documents]] with exectued = 2000-11-01",
    ),
    "agreement-missing": ProblemKind(
        "reading",
        "this [[{table}]] lacks the key {key}; add it",
        "A table of agreement.toml lacks a key that it cannot do without.",
        "[[clauses]] without a kind",
    ),
    "agreement-syntax": ProblemKind(
        "reading",
        "not valid TOML: {cause}; mend it (see https://toml.io)",
        "The file cannot be read as TOML. Nothing of it was used.",
        "months = forty-two",
    ),
    "agreement-too-large": ProblemKind(
        "reading",
        "larger than {limit} bytes; agreement.toml names the papers, it does not hold them",
        "The file is far larger than any agreement.toml; most likely another file was named by mistake.",
        "a log file given as agreement.toml",
    ),
    "agreement-unreadable": ProblemKind(
        "reading",
        "cannot be read: {cause}; give a TOML file in UTF-8",
        "The path names a directory, a file without permission to read, or one that is not UTF-8 text.",
        "conformed settle examples/ EVENTS.csv",
    ),
    "agreement-value": ProblemKind(
        "reading",
        "{key} is {value}; write {wanted}",
        "A key of agreement.toml has a value of the wrong kind.",
        'executed = "last autumn"',
    ),
    "decision-unclear": ProblemKind(
        "reading",
        "the decision on {instruction} must give exactly one of place, leave = true and text",
        "A [[decisions]] table says either which candidate to take, or to leave the text, or the text itself.",
        '[[decisions]] instruction = "amendment-2/2(b)" with both place = 1 and leave = true',
    ),
    "event-billed-twice": ProblemKind(
        "reading",
        "{event} bills forfeiture {forfeiture}, which {first} already billed; keep one of them",
        "A forfeiture is billed once. The events file was not used.",
        "two claw-back-billed rows whose reference is f1",
    ),
    "event-installed-twice": ProblemKind(
        "reading",
        "{event} installs {unit}, which {first} already installed; record the disconnection between them, "
        "or leave one out",
        "A unit is installed while it is still in service. The events file was not used.",
        "two unit-installed rows for C-1 and no unit-disconnected between them",
    ),
    "event-order": ProblemKind(
        "reading",
        "{event}: {cause}; mend the days",
        "The times of two events contradict each other. The events file was not used.",
        "C-1 disconnected on 2001-03-01 and installed on 2001-03-31",
    ),
    "event-reference": ProblemKind(
        "reading",
        "{event} refers to {reference}, which is {cause}; give the event_id of {wanted}",
        "An event refers to one that is not in the file, or that is of another kind. The events file was not used.",
        "a correction whose reference is r99, and there is no r99",
    ),
    "event-repeated": ProblemKind(
        "reading",
        "{event} repeats line {first} word for word; it counts once",
        "The same event stands in the file twice with the same content: an import repeated. It is one event.",
        "the row of r1 copied to the end of the file",
    ),
    "event-twice": ProblemKind(
        "reading",
        "{event} stands in lines {first} and {second} with different content; give each event an id of its own, "
        "or record a correction",
        "The events file is append-only: an event is never overwritten. The events file was not used.",
        "r1 with amount 100.00 and again with 110.00",
    ),
    "event-unit": ProblemKind(
        "reading",
        "{event} concerns unit {unit}, which was never ordered or installed{hint}",
        "An event names a unit of which the file knows nothing. The events file was not used.",
        "unit-disconnected for C-11, where only C-1 was installed",
    ),
    "event-value": ProblemKind(
        "reading",
        "event {event}: {column} {value}; give {wanted}",
        "A field of the events file is not what its column holds. The events file was not used.",
        "occurred_on 31.04.2001, or amount -5.00",
    ),
    "events-column": ProblemKind(
        "reading",
        "{cause}; {hint}",
        "The header of the events file must name the nine columns, in any order.",
        "a file without the column recorded_at",
    ),
    "events-unreadable": ProblemKind(
        "reading",
        "cannot be read as events: {cause}; give a CSV file in UTF-8 as RFC 4180 describes it",
        "The events file is a directory, empty, not UTF-8, or its quotes or columns do not come out even.",
        'a row whose quotation mark is never closed: r1,"provider-payment',
    ),
    "file-absent": ProblemKind(
        "reading",
        "no such file; check the path",
        "The path names no file. Nothing was read or written.",
        "conformed outline missing.txt",
    ),
    "file-binary": ProblemKind(
        "reading",
        "is not text (it holds zero or control characters); give the paper as a text file",
        "The file holds characters that no text has, so it is a program, a picture or a damaged file. Nothing was read.",
        "conformed outline scan.bin",
    ),
    "file-directory": ProblemKind(
        "reading",
        "is a directory; name the file in it",
        "The path names a directory where one paper is wanted.",
        "conformed outline papers/",
    ),
    "file-empty": ProblemKind(
        "reading",
        "is empty; check that the paper was saved",
        "The file holds nothing but white space.",
        "a file of 0 bytes",
    ),
    "file-kind": ProblemKind(
        "reading",
        "is {kind}, which is not read here; save it as text (.txt) first",
        "The file's first bytes say that it is of another kind than text, whatever its name ends in.",
        "a PDF named agreement.txt",
    ),
    "file-too-large": ProblemKind(
        "reading",
        "is larger than {limit} MB; give the agreement alone",
        "The file is far larger than any agreement. Most likely another file was named by mistake.",
        "a database dump named agreement.txt",
    ),
    "file-truncated": ProblemKind(
        "reading",
        "breaks off in the middle of a {encoding} character; get the whole file again",
        "The last bytes are the beginning of a character whose rest is missing, so the end of the paper is missing too.",
        "a download that stopped after the first of the two bytes of an e with an accent",
    ),
    "file-unreadable": ProblemKind(
        "reading",
        "cannot be read: {cause}",
        "The system refused to open the file; the cause is what it said.",
        "a file without permission to read",
    ),
    "sealed-value": ProblemKind(
        "reading",
        'the value of "{seal}" is not in quotation marks; write it as text, such as "0.25"',
        "Sealed values are given as text, so that a rate never passes through a binary fraction. The value is not shown.",
        '"appendix-a/r3" = 0.25',
    ),
    "label-repeated": ProblemKind(
        "structure",
        "the label {label} stands here a second time; both provisions are kept",
        "Two provisions side by side carry the same label. Both are kept; an instruction that names the label may mean either.",
        "two paragraphs of one section that are both labelled (c)",
    ),
    "label-skipped": ProblemKind(
        "structure",
        "the label {label} does not follow the one before it; nothing is missing from the text as filed",
        "A label jumps ahead, as where a provision was left out or the drafter miscounted.",
        "a section whose items are labelled (a), (b) and (d)",
    ),
    "amendment-silent": ProblemKind(
        "amending",
        'no order to change a text was found in this paper, though it is given as an amendment; once read, `conformed decide agreement.toml "{paper}" --leave` records that',
        "The paper stands among the amendments, or calls itself one, but not one instruction and not one doubtful sentence was found in it. Nothing was changed.",
        "a letter amendment that says only that the parties will meet in May",
    ),
    "instruction-uncertain": ProblemKind(
        "amending",
        "{instruction} needs a person: {reason}; `conformed decide` records what to do",
        "The paper orders a change but does not give what is needed to make it for certain: its words, its place, or one reading. It is left unapplied until a person decides.",
        "Section 4 is amended as needed to reflect the new pricing.",
    ),
    "order-unclaimed": ProblemKind(
        "amending",
        'a sentence orders a change that was not understood: {words}; once read, `conformed decide agreement.toml "{instruction}" --leave` records that, or --text WORDS --provision PLACE the words it gives',
        "The sentence uses amending language in the operative part of the paper, but no instruction could be made of it for certain. Nothing was changed.",
        "The Agreement is amended to reflect the parties' understanding on freight.",
    ),
    "decision-unfit": ProblemKind(
        "conforming",
        "the decision on {instruction} does not fit: {reason}; it was not applied, decide again",
        "A decision is replayed only on what the person saw: the same words of the instruction and the same places to choose from.",
        "a decision for place 3 of an instruction that now fits two places",
    ),
    "instruction-ambiguous": ProblemKind(
        "conforming",
        "{instruction} was not carried out: {reason}; {way_out}",
        "More than one place or reading fits, so nothing was changed. A person decides once, and the decision is replayed.",
        '"days" is replaced by "Business Days" in a section that says "days" twice',
    ),
    "instruction-missing-place": ProblemKind(
        "conforming",
        "{instruction} was not carried out: {reason}; {way_out}",
        "The provision, sentence or words that the instruction names are not in the text before its paper. Nothing was changed.",
        "Section 11.2 is deleted, in an agreement that ends with Section 9",
    ),
    "instruction-pending": ProblemKind(
        "conforming",
        "{instruction} has no effect yet: {reason}",
        "The instruction's day has not come, or its condition (execution is one) is not met. Say in agreement.toml when it was: executed = DATE, conditions_met = DATE.",
        "an amendment effective when the Commission approves it",
    ),
    "paper-base-amends": ProblemKind(
        "conforming",
        'the first paper is itself an amendment ("{title}") and nothing given with it names it; put the agreement that it amends first, or record that it stands alone: {way_out}',
        "The copy is built on the first paper. Where that is an amendment, the agreement that it amends is missing or stands behind it, and the copy is not the agreement.",
        "conformed build amendment-1.txt amendment-2.txt",
    ),
    "paper-duplicate": ProblemKind(
        "conforming",
        "is the same paper as {first}, byte for byte; it is taken once",
        "A paper that is given twice was signed once: it is carried out once. Leave the second one out.",
        "conformed build agreement.txt amendment-1.txt amendment-1.txt",
    ),
    "paper-mismatch": ProblemKind(
        "conforming",
        "by {what} it amends another agreement ({named}) than {base} ({stated}); check that the two papers belong together",
        "An amendment names the agreement that it changes by title, date and parties, and the base given states others. The instructions were carried out all the same where their places are certain.",
        "an amendment of the agreement of August 11, 2011 given with one of March 10, 2011",
    ),
    "paper-missing": ProblemKind(
        "conforming",
        "{missing} is recited as part of the chain and is not among the papers given; add it",
        "The copy is not complete: an earlier amendment is missing, and its changes are not in the text.",
        'Amendment No. 2 recites "as amended by Amendment No. 1", and only the base was given with it',
    ),
    "paper-rival": ProblemKind(
        "conforming",
        "is {name}, and so is {other}, with other content; neither is carried out: give one of them, or decide: {way_out}",
        "Two papers state the same number and the same date and are not the same, so they are two versions of one amendment, or one is misnumbered. None of them is carried out until a person says which is left out (--leave), or that one is to be carried out beside the other (--place 1).",
        "conformed build agreement.txt amendment-1.txt amendment-1-as-signed.txt",
    ),
    "paper-unsigned": ProblemKind(
        "conforming",
        "its signature blocks are blank ({parties}); it is taken as executed, say otherwise in agreement.toml",
        "Papers named on the command line are taken as executed on their date. agreement.toml can say when, or that they are not.",
        'a form of amendment with "By: ________"',
    ),
    "term-undefined": ProblemKind(
        "terms",
        '"{term}" is used as a defined term and is defined nowhere in the papers; name its meaning, or add the paper that gives it',
        "Capitalised words in quotation marks, or words that a term of this agreement rests on, have no definition in the papers that were read.",
        "ends twelve (12) months after the Service Date (and no Service Date is defined)",
    ),
    "words-against-figures": ProblemKind(
        "terms",
        'the words and the figures of "{words}" disagree: {read} was read, the figures say {figures}; have a person decide',
        "A number is written out and repeated in figures, and the two are not the same. The words' value was taken, as the law mostly does.",
        "forty-two (24) months",
    ),
    "amendment-unknown": ProblemKind(
        "running",
        'there is no amendment "{amendment}"; {hint}',
        "The amendment whose impact is asked for is not among the documents of agreement.toml.",
        "conformed impact agreement.toml EVENTS.csv --amendment amendment-9",
    ),
    "batch-events": ProblemKind(
        "running",
        "{cause}; settle it without the engine, or mend the table",
        "A table of events that is settled in an engine needs the columns of the events file, amounts in decimals, "
        "moments with their offset, and each event_id once.",
        "a Parquet file whose amounts are binary fractions",
    ),
    "batch-kind": ProblemKind(
        "running",
        "a clause of the kind {kind} is not run in an engine; settle without it",
        "In an engine only what is out of the ordinary is handed over event by event; a clause that another package "
        "adds might look at the rest.",
        "a minimum-commitment clause and five million receipts",
    ),
    "batch-missing": ProblemKind(
        "running",
        "{cause} is not installed; run pip install 'ibis-framework[duckdb]', or conformed[spark] for Spark",
        "Settling many events needs an engine.",
        "settling a Parquet file where ibis is not installed",
    ),
    "charged-after-end": ProblemKind(
        "running",
        "notice ended the agreement on {ends}, and {statement} goes on charging units whose own terms run longer; "
        "record their disconnection, or have it confirmed that their service goes on",
        "A unit is charged by its own term, which may outlive the agreement's. That is mostly meant where the agreement's "
        "term runs out; where a notice ended it, whether its units end too is for its words to say.",
        "a termination notice that takes effect on 2001-04-30, and a circuit whose term ends on 2002-01-01",
    ),
    "clause-drift": ProblemKind(
        "running",
        '{kind} says {key} = {value} from {day}; {source}{paper} says {words} ("{text}"); bring the file up to date, or decide why not',
        "A clause value of agreement.toml disagrees with the words in force on that day. The file's value is the one that runs.",
        "unit-term with months = 42 from a day on which Section 7.A as amended says fifty-one (51) months",
    ),
    "clause-gone": ProblemKind(
        "running",
        '{kind} runs on, but {paper} took the words of {source} out on {day} ("{text}"); give it an entry effective from '
        'that day, with rate = 0 for a charge, a share or interest, holder = "nobody" for a right, or what holds instead',
        "An amendment took the words on which a clause of agreement.toml rests out of the agreement, and the file has no later "
        "entry for it. The clause goes on running until an entry of its kind and name, effective from that day, says otherwise; "
        "one that repeats its values, with a note of the reason, keeps it.",
        "an amendment that deletes Section 6, and a late-interest whose source is 6",
    ),
    "clause-key": ProblemKind(
        "running",
        'clause {kind}: unknown key "{key}"; {hint}',
        "A clause of agreement.toml has a key that its kind does not know; passed over in silence it could change what is due.",
        'kind = "unit-term" with monts = 51',
    ),
    "clause-missing": ProblemKind(
        "running",
        "clause {kind} lacks the key {key}; add it",
        "A clause of agreement.toml lacks a value without which it cannot run; "
        'write "withheld:ID" for one that is redacted.',
        'kind = "recurring-charge" without rate',
    ),
    "clause-not-run": ProblemKind(
        "running",
        '{source} has words of the kind {kind} that the file does not run{until} ("{text}"); add a [[clauses]] table, or leave it out knowingly',
        "A clause that could be run was read from the words, and agreement.toml has none of its kind that is about it: "
        "not at its place, not with its values. Or it has one only from a later amendment's day on.",
        "a claw-back in the amendment, and no claw-back among the [[clauses]]",
    ),
    "clause-plugin": ProblemKind(
        "running",
        "the clause kind that {point} offers cannot be used: {cause}; mend or remove that package",
        "An installed package offers a kind of clause through the entry point group conformed.clauses, and the kind cannot be loaded or fails as it runs.",
        "an entry point that names a function instead of a ClauseKind",
    ),
    "clause-struck": ProblemKind(
        "running",
        "{kind} says {key} = {value}, which {source} said until {paper} took it out of the words on {day}; bring the file up to date, or decide why not",
        "The provision that a clause cites printed this figure once and prints it no longer. What took its place could not be read as a term.",
        "unit-term with months = 36 and source 2.2, where an amendment put forty-eight (48) for thirty-six (36)",
    ),
    "clause-twice": ProblemKind(
        "running",
        "clause {kind}: the one in line {first} holds from the same day; give each its own effective day, "
        "or its own name",
        "Two entries of one kind hold from the same day, so that it cannot be said which is in force.",
        'two [[clauses]] with kind = "unit-term" and no effective',
    ),
    "clause-unknown": ProblemKind(
        "running",
        'clauses of the kind "{kind}" cannot be run; {hint}',
        "agreement.toml has a clause of a kind that nothing installed runs. What it makes due is missing from the result.",
        'kind = "most-favoured-customer"',
    ),
    "clause-unread": ProblemKind(
        "running",
        "{kind}: nothing in the words was read to compare {keys} with; read {source}",
        "No term could be read from the words for these values, and the provision cited does not print them: whether they agree is for a person to see.",
        "a recurring-charge whose rate stands in a price list",
    ),
    "clause-value": ProblemKind(
        "running",
        "clause {kind}: {key} is {value}; write {wanted}",
        "A clause of agreement.toml has a value of the wrong kind.",
        'kind = "unit-term" with months = "fifty-one"',
    ),
    "clause-withheld": ProblemKind(
        "running",
        "{kind} says {key} = {value}, and the words withhold it ({seal}): nothing was compared; give the sealed value, or cite the seal",
        "An open figure, or the seal of another place, stands where the words have a redaction. It may be the right one; nobody can tell from the papers.",
        'a pass-through-credit with rate = "0.30" where the provision says [TEXT DELETED]',
    ),
    "currency-drift": ProblemKind(
        "running",
        'the file says currency = "{currency}", and every sum in the words is in {right}; write that, or decide why not',
        "Every figure is reckoned and shown in the file's currency. The file's is the one that runs.",
        'currency = "EUR" where the words say $30.00',
    ),
    "default-continuing": ProblemKind(
        "running",
        "{breach}: the breach of {subject} by {party} since {began} had not been cured on {on}, when {paper} took effect; "
        "check what that paper says of defaults",
        "An amendment commonly states that no default has occurred and continues. One had.",
        "a breach recorded on 2000-10-01, no breach-cured, and an amendment executed on 2000-11-01",
    ),
    "event-unanswered": ProblemKind(
        "running",
        "{count} of the kind {kind} (first {event}) make nothing due: no clause {answer} is among the [[clauses]]; "
        "add it, or leave it out knowingly",
        "The file of events holds receipts or forfeitures, and agreement.toml has no clause that shares them.",
        "a provider-payment, and an agreement.toml without a pass-through-credit",
    ),
    "forfeiture-not-billed": ProblemKind(
        "running",
        "forfeiture {event} of {on} is not billed on: no claw-back clause was in force that day; check its effective day",
        "An amount had to be returned, and no clause in force on the day lets a share of it be billed.",
        "a forfeiture on 2000-09-01 and a claw-back clause effective 2000-11-01",
    ),
    "impact-nothing": ProblemKind(
        "running",
        'no clause belongs to {amendment}: nothing is compared; give its [[clauses]] document = "{amendment}" '
        "or its day as effective",
        "The amendment brings no entry among the clauses of agreement.toml, so that both runs are the same.",
        "an amendment that changes only a definition",
    ),
    "impact-restated": ProblemKind(
        "running",
        "{paper} states {clause} anew from {day}: the run without {amendment} keeps that, so from then on only what "
        "{paper} leaves of {amendment} is compared",
        "A later entry of the same clause gives values of its own. Taking the earlier amendment away leaves them as they "
        "are, though the later paper may have been made only because of the earlier one.",
        "an amendment that adds a credit, and a later one that restates the paragraph",
    ),
    "impact-unclear": ProblemKind(
        "running",
        "{clause} in force from {day} may be of {papers}, which took effect that day: it stays in both runs; "
        'give it document = "{amendment}", or the id of the other',
        "Several papers took effect on one day, and neither the words read from them nor the provision that the entry "
        "names tells which of them brought it. It is left out of the comparison until a person says so.",
        "two amendments executed on 2000-11-01, and a clause entry effective that day whose source both of them changed",
    ),
    "late-notice": ProblemKind(
        "running",
        "notice {notice} of {on} came after the last day, {cause}: {units} not continued; agree otherwise in writing, "
        "or let the term end",
        "A notice to continue was given after the last day on which the law still lets it be given. It moves nothing.",
        "extension-notice on 2005-07-06 for a term that ends on 2005-08-01 with 30 days' notice",
    ),
    "law-drift": ProblemKind(
        "running",
        'the file {says}; {source} says {words} ("{text}"); write governing_law = "{right}", or decide why not',
        "The governing law decides how months, days and holidays are counted. The file's is the one that runs.",
        'governing_law = "US-DE" where the words say the laws of the State of New York',
    ),
    "law-unknown": ProblemKind(
        "running",
        "nothing is known of how {law} counts days: no day is moved; add it to jurisdictions.toml or check the code",
        "The governing law is not among those whose rules of counting are known. Months and days count as everywhere.",
        'governing_law = "US-XX"',
    ),
    "notice-unheard": ProblemKind(
        "running",
        "notice {notice} of {on} is for every unit and moves nothing: no unit's term was running on that day; "
        "check its day, or give it again once units are in service",
        "A notice to continue every unit (subject *) reaches the units that are in service, within their terms, on its "
        "day. It was given when there was none, and does not wait for units that are installed later.",
        "an extension-notice for * on 2001-01-05, and the first unit-installed on 2001-03-31",
    ),
    "notice-withheld": ProblemKind(
        "running",
        "whether notice {notice} of {on} moves the end of {units} depends on what is sealed ({cause}); "
        "settle with the sealed values to know",
        "The end of the term, or the notice that the option needs, is sealed. The notice may be good: nothing of the unit's "
        "term is shown as known until the seal is opened.",
        'an extension-notice where the unit-term has months = "withheld:7-a/r1"',
    ),
    "overpaid": ProblemKind(
        "running",
        "payment {event} exceeds what {statement} asks by {excess}; it stays on account: refund it or set it off",
        "A payment is larger than what was outstanding on the statement that it names.",
        "a payment of 40.00 on a charge of 30.00",
    ),
    "papers-absent": ProblemKind(
        "running",
        "it names no papers, so the clauses cannot be compared with words; add [[documents]]",
        "The clauses alone suffice to settle, but whether they say what the papers say cannot be checked without them.",
        "conformed check agreement.toml, with no [[documents]] in it",
    ),
    "party-role": ProblemKind(
        "running",
        "[parties] has {name} as {role}, and the words call {right} so; exchange them, or decide why not",
        "Who owes what to whom is told by the roles of the file's parties. Under another's role a party pays what it is owed.",
        "[parties] with lessor = the name of the party that the lease calls Lessee",
    ),
    "party-unnamed": ProblemKind(
        "running",
        '[parties] has "{name}" as {role}, whom none of the papers names; give the name as the papers give it',
        "A party of agreement.toml stands nowhere in the papers: a slip, or a party of another agreement. Who owes what to whom "
        "is told by the file's parties.",
        '[parties] with provider = "One Ltd." where the papers name One Inc.',
    ),
    "payer-unknown": ProblemKind(
        "running",
        'payment {event} is by "{payer}", who is no party; name the payer as under [parties]',
        "The payer is neither a role nor a party of agreement.toml. The payment counts for the statement that it names.",
        "a payment by a parent company that is not a party",
    ),
    "payment-by-creditor": ProblemKind(
        "running",
        "payment {event} on {statement} is by {payer}, but the {debtor} owes it; it stays on account: "
        "check the statement it is for",
        "A payment names a statement that the other party owes.",
        "a payment by the provider on charge-2001-04",
    ),
    "payment-unplaced": ProblemKind(
        "running",
        "payment {event} is for {reference}, which there is none of; it stays on account: name a statement's id",
        "A payment names no statement, or one that does not exist on the day asked for.",
        "a payment with reference charge-2001-13",
    ),
    "relies-on-extension": ProblemKind(
        "running",
        "notice {notice} of {on} came after the due day, {cause}, and counts only because that is no business day: "
        "{units} continued; whether the law's extension reaches an option is argued, so have it confirmed",
        "A notice was given after the day that plain counting gives and by the one to which the law moves it.",
        "extension-notice on 2005-07-05, where 2005-07-02 is a Saturday and 2005-07-04 a holiday",
    ),
    "role-unknown": ProblemKind(
        "running",
        "{kind} is owed by the {debtor} to the {creditor}, and [parties] names {roles}: name the parties so, or give the "
        "clause debtor = and creditor =",
        "The figures are right all the same, but payments are placed by the payer's role, and a payment by a party of "
        "another role counts as one by the creditor.",
        '[parties] with company = "..." and consultant = "...", and a recurring-charge without debtor and creditor',
    ),
    "seal-missing": ProblemKind(
        "running",
        '{kind} waits for the sealed value "{seal}"; give it in confidential.toml, or figures that rest on it stay withheld',
        "The clause names a withheld value, and no file of sealed values gives it.",
        "rate = withheld:appendix-a/r3 and no confidential.toml",
    ),
    "seal-unknown": ProblemKind(
        "running",
        '{kind} names the seal "{seal}", which no conformed copy of these papers has; `conformed outline` lists them',
        "The id behind withheld: is not that of a redaction in any state of the words: a slip, one that moved, or one of a paper that is not in force.",
        "rate = withheld:appendix-a/r99 in papers with six redactions",
    ),
    "seal-value": ProblemKind(
        "running",
        'the sealed value "{seal}", which is the {key} of clause {kind}, cannot be used; write {wanted}',
        "A sealed value that a clause needs is no number, or not one that the clause can use. The value is not shown.",
        '"appendix-a/r3" = "a quarter"',
    ),
    "share-above-one": ProblemKind(
        "running",
        'the {key} of {kind} is more than the whole; where a percentage is meant, write 0.25 or "25%"',
        "A share, or a yearly rate of interest, of more than 1 is more than a hundred per cent. It was run as it stands; "
        "most likely a percentage was written as a plain number.",
        'kind = "pass-through-credit" with rate = 25',
    ),
    "statement-unknown": ProblemKind(
        "running",
        'no statement or unit "{asked}" on {as_of}; {way_out}',
        "A statement exists from the first day of its period, or from the day of the event that it answers; a unit from its order. `conformed settle` lists those of a day.",
        "conformed why agreement.toml events.csv credit-2001-Q9",
    ),
    "termination-unfounded": ProblemKind(
        "running",
        "notice {notice} of {on} by {by} names {provision}, under which nobody known may end the agreement so; "
        "name the provision of a termination-right that is theirs",
        "A notice to end the agreement uses no right of the party that gave it. It moves nothing.",
        "a termination-notice by the customer under a provision that gives the right to the provider",
    ),
    "unfit-notice": ProblemKind(
        "running",
        "notice {notice} of {on} moves nothing for {units}: {cause}; check the notice",
        "A notice to continue cannot have that effect: given by another party, for a unit without an option, "
        "or with a new end that is no later.",
        "an extension-notice by the provider where the option is the customer's",
    ),
    "chain-broken": ProblemKind(
        "store",
        "the chain of events breaks at number {number}{event}: {cause}; restore a copy of the store that verifies",
        "Every event is chained to the one before it by a hash. What was kept from this event on is not what was recorded.",
        "an amount changed in the database by another program",
    ),
    "event-conflict": ProblemKind(
        "store",
        'the event "{id}" is already kept with other content: {differences}; give the new one an id of its own, '
        "or record a correction",
        "An event is kept once and never changed. Nothing of this import was kept.",
        'the event "r1" with the amount 10.00, and later "r1" with 11.00',
    ),
    "event-unfit": ProblemKind(
        "store",
        'the event "{id}" cannot be kept: {cause}; mend it',
        "Every engine must be able to keep the event and give it back unchanged. Nothing of this import was kept.",
        "an event recorded at a moment without an offset from UTC",
    ),
    "guard-missing": ProblemKind(
        "store",
        "the trigger {name}, which refuses changes, is gone; restore a copy of the store that verifies",
        "Someone who may change the database's tables took away what refuses to change or remove a row.",
        "DROP TRIGGER events_no_update",
    ),
    "key-unfit": ProblemKind(
        "store",
        "the key of the sealed values cannot be used: {cause}; give the one made when the first value was sealed",
        "A key is 32 random bytes in URL-safe base64, from the environment variable CONFORMED_KEY or a key file.",
        "CONFORMED_KEY=secret",
    ),
    "paper-changed": ProblemKind(
        "store",
        'the bytes of the paper "{id}" are not those that were filed; restore a copy of the store that verifies',
        "A paper is kept with the SHA-256 of its bytes, and the two no longer agree.",
        "a paper's bytes changed in the database by another program",
    ),
    "paper-conflict": ProblemKind(
        "store",
        'another paper is kept as "{id}": {file} (SHA-256 {kept}...), and this one has {given}...; '
        "give this one another id",
        "A paper is kept once, as filed, and never replaced.",
        "a second version of agreement.txt, both called base",
    ),
    "seal-differs": ProblemKind(
        "store",
        'confidential.toml gives "{id}" another value than the store keeps; the file\'s was used: '
        "`conformed keep` records it, or correct the file",
        "A sealed value was changed in the file after it had been kept, or the other way round. Neither value is shown.",
        "a share corrected in confidential.toml, and no `conformed keep` since",
    ),
    "seal-key": ProblemKind(
        "store",
        'the sealed value "{id}" does not open with this key; give the key that it was sealed with',
        "All sealed values of an agreement have one key. Either this is another one, or the value was changed.",
        "conformed settle with another agreement's key file",
    ),
    "seals-closed": ProblemKind(
        "store",
        "keeps {count} sealed values that no key opens: give CONFORMED_KEY or CONFORMED_KEY_FILE, "
        "or figures that rest on them stay withheld",
        "Sealed values are kept encrypted. The key is never in the store: it comes from the environment.",
        "conformed settle agreement.toml --store conformed.db, with no CONFORMED_KEY",
    ),
    "store-busy": ProblemKind(
        "store",
        "{place} has been in use by another writer for {seconds} seconds; try again when it is done",
        "Writers take turns. Nothing was kept.",
        "two imports of millions of events at once",
    ),
    "store-driver": ProblemKind(
        "store",
        "{place} needs a driver that is not installed; run pip install 'conformed[postgres]'",
        "SQLite needs nothing more; Postgres needs psycopg.",
        "a postgresql:// URL after pip install conformed",
    ),
    "store-failed": ProblemKind(
        "store",
        "{place}: {cause}; {outcome}",
        "The database refused: it cannot be reached or opened, is no database, is full, or may not be written.",
        "sqlite:////absent-folder/store.db",
    ),
    "store-foreign": ProblemKind(
        "store",
        "is no store of Conformed: {cause}; {way_out}",
        "A store is a SQLite file that `conformed keep` made, or a database with its tables. Whatever else is at the place "
        "named belongs to somebody else: it is neither read nor written to.",
        "conformed settle agreement.toml --store events.csv",
    ),
    "store-newer": ProblemKind(
        "store",
        "{place} was written by a later version of Conformed (its tables are at {found}, known here: {known}); "
        "install that version",
        "The tables have changed since this version of the program.",
        "a store opened by an older installation",
    ),
    "store-older": ProblemKind(
        "store",
        "{place} was written by an earlier version of Conformed (its tables are at {found}, known here: {known}); "
        "`conformed keep` brings it up to date",
        "A command that only reads changes nothing in a store, its tables included. A store is brought up to date when "
        "something is next kept in it.",
        "conformed settle --store with a store of an older installation",
    ),
    "store-url": ProblemKind(
        "store",
        "the store's address {cause}; give a path, sqlite:///path or postgresql://user@host/name",
        "A store is a SQLite file or a Postgres database. The address is not shown, since it may hold a password.",
        "mysql://host/name",
    ),
    "store-without": ProblemKind(
        "store",
        'keeps nothing of "{agreement}"{hint}; `conformed keep` adds its papers and events',
        "One store holds many agreements, each under the id that its agreement.toml gives, else under its title and its base paper. There is none of this name.",
        "conformed settle agreement.toml --store conformed.db, after the title in agreement.toml was changed",
    ),
    "code-unknown": ProblemKind(
        "calling",
        'no problem code "{asked}"; {way_out}',
        "`conformed explain` takes a code as a message prints it, in brackets at its end. Without a code it lists them all.",
        "conformed explain not-fuond",
    ),
    "decision-refused": ProblemKind(
        "calling",
        "nothing was recorded about {instruction}: {reason}",
        "A decision is recorded only about an instruction that needs one, and only for a place that it offers.",
        'conformed decide agreement.toml "amendment-2/9(z)" --place 1',
    ),
    "demo-folder": ProblemKind(
        "calling",
        "is there already and is not the example's; name another folder with --folder",
        "The demo copies its example into its folder, and writes over no file that says something else.",
        "conformed demo --folder . (where an agreement.toml of your own lies)",
    ),
    "lines-too-many": ProblemKind(
        "calling",
        "{many}: a table or a workbook names each unit and event only for up to {most} events of a CSV file or a store; write .json, which has no limit, or add --summed to have those that are alike as one line",
        "The lines of statements name every unit and every event that they rest on. JSON is written a part at a time, so it names them all however many there are; a table or a workbook is held as a whole. Of very many events the engine makes lines that stand for all units, or all receipts, that are alike, by number: that has to be asked for.",
        "conformed settle agreement.toml events.parquet -o settlement.xlsx",
    ),
    "output-exists": ProblemKind(
        "calling",
        "is there already; name another file with -o, or write over it with --force",
        "A file that a person may have worked on is not written over unless the call says so.",
        "conformed init agreement.txt amendment-1.txt (a second time)",
    ),
    "output-format": ProblemKind(
        "calling",
        'cannot write "{suffix}" here; name a file that ends in {supported}',
        "The suffix of the file decides the format, and this command does not write that one.",
        "conformed build agreement.txt amendment-1.txt -o copy.xyz",
    ),
    "output-is-input": ProblemKind(
        "calling",
        "this file is one of the papers read; name another for the output",
        "A paper as filed is never written over.",
        "conformed build agreement.txt amendment-1.txt -o agreement.txt",
    ),
    "output-refused": ProblemKind(
        "calling",
        "cannot be written: {reason}; name a folder that exists, has room and may be written to",
        "The output is written to a temporary file in the same folder and then renamed, so a failure leaves no half-written file.",
        "conformed build agreement.txt amendment-1.txt -o /no/such/folder/copy.txt",
    ),
    "paper-of-events": ProblemKind(
        "calling",
        "is a file of events, and a paper is wanted; name the agreement or an amendment, and give the events to `conformed settle`",
        "The first line of the file names the columns of events, so it is no paper.",
        "conformed build events.csv",
    ),
    "papers-mixed": ProblemKind(
        "calling",
        "an agreement.toml is no paper: it names them; {way_out}",
        "An agreement.toml names its papers itself, so it is given alone, and never where one paper is wanted.",
        "conformed build agreement.toml amendment-1.txt",
    ),
    "papers-swapped": ProblemKind(
        "calling",
        "is an amendment of {base}; put {base} first",
        "The first paper is the agreement, and its amendments follow. Nothing was built.",
        "conformed build amendment-1.txt agreement.txt",
    ),
    "provision-unknown": ProblemKind(
        "calling",
        "there is no provision {asked}{hint}",
        "The place does not name one provision of the copy.",
        "conformed blame agreement.txt --provision 99.Z",
    ),
    "too-many-rows": ProblemKind(
        "calling",
        "the sheet of {sheet} would need {rows} rows, and a workbook holds {most}; write .csv or .parquet instead",
        "The spreadsheet format has a fixed number of rows to a sheet. The table formats have none.",
        "conformed settle agreement.toml events-of-100000-circuits.csv -o settlement.xlsx",
    ),
}
