"""The request for restoration and the worksheet for remission: what is stated, what counts, who is paid."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.facts.convictions import Statute
from remedies.figures import Checked
from remedies.law import encoded
from remedies.ledger.assets import AssetState, asset_state
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Distribution,
    Entry,
    Forfeiture,
    Order,
    Path,
    Stage,
)
from remedies.ledger.remission import (
    Division,
    Item,
    Line,
    Loss,
    Petitioner,
    RemissionWorksheet,
    Torts,
    remission_worksheet,
)
from remedies.ledger.restoration import (
    RestorationRequest,
    Shown,
    proposed_shares,
    restoration_request,
)

LAW = encoded()
DAY = dt.date(2025, 3, 3)
LABOR = Statute.parse("18 U.S.C. § 1589")
OWED = {"V-1": 60_000, "V-2": 40_000, "V-3": 500, "US": 70_000}
ASKED = [
    "statute_allows",
    "losses_verified",
    "losses_direct",
    "victims_innocent",
    "net_of_compensation",
    "no_other_recourse",
    "victims_notified",
]


def order(distribution: Distribution = Distribution.PRO_RATA) -> Order:
    awards = (
        Award(obligee="V-1", amount=60_000, priority=2, statute=LABOR),
        Award(obligee="V-2", amount=40_000, priority=1, statute=LABOR),
        Award(obligee="V-3", amount=50_000, priority=2, statute=LABOR),
        Award(obligee="US", amount=70_000, statute=LABOR),
    )
    return Order(reference="O-1", awards=awards, liabilities=(), distribution=distribution)


def state(statute: str) -> AssetState:
    bodies: list[Asset | AssetStep] = [
        Asset(reference="AS-1", what="vehicle", statute=Statute.parse(statute)),
        AssetStep(asset="AS-1", stage=Stage.NOTICED, actor="office"),
        AssetStep(asset="AS-1", stage=Stage.FORFEITED, actor="court", how=Forfeiture.CRIMINAL),
        AssetStep(
            asset="AS-1", stage=Stage.LIQUIDATED, actor="office", amount=35_000, costs=4_500
        ),
    ]
    return asset_state(
        Entry(seq=seq, on=dt.date(2024, 2 * seq, 1), body=body)
        for seq, body in enumerate(bodies, 1)
    )


def request(
    statute: str, said: Mapping[str, bool] | None = None, of: Order | None = None
) -> RestorationRequest:
    return restoration_request(
        state(statute),
        DAY,
        LAW,
        order=of or order(),
        ordered_on=dt.date(2024, 1, 5),
        outstanding=OWED,
        said=said,
        last={"US"},
    )


def test_the_law_that_commands_the_transfer_asks_for_no_representation() -> None:
    found = request("18 U.S.C. § 1594(d)")
    assert found.path is Path.MANDATORY
    assert all(each.by_entries for each in found.statements)
    assert found.missing == ()
    assert (found.net, found.available, found.requested) == (30_500, 30_500, 30_500)


def test_restoration_is_not_ready_until_the_office_has_said_everything() -> None:
    found = request("18 U.S.C. § 981(a)(1)(C)")
    assert [each.key for each in found.missing] == ASKED
    assert {each.shown for each in found.missing} == {Shown.NOT_SAID}
    ready = request("18 U.S.C. § 981(a)(1)(C)", dict.fromkeys(ASKED, True))
    assert ready.missing == ()
    denied = request("18 U.S.C. § 981(a)(1)(C)", {**dict.fromkeys(ASKED, True), ASKED[3]: False})
    assert [(each.key, each.shown) for each in denied.missing] == [(ASKED[3], Shown.NO)]


def test_what_nobody_confirmed_is_marked_unverified() -> None:
    marks = {each.key: each.authority.checked for each in request("18 U.S.C. § 981").statements}
    assert marks["victims_notified"] is Checked.UNVERIFIED
    assert marks["no_other_recourse"] is Checked.UNVERIFIED
    assert marks["losses_verified"] is Checked.STATUTE


def test_a_request_without_an_order_asks_for_nothing() -> None:
    found = restoration_request(
        state("18 U.S.C. § 1594"), DAY, LAW, order=None, ordered_on=None, outstanding={}
    )
    assert (found.schedule, found.requested) == ((), 0)
    assert "order" in {each.key for each in found.missing}


def test_an_award_for_another_offense_is_a_statement_that_does_not_hold() -> None:
    fraud = Award(obligee="V-1", amount=100, statute=Statute.parse("18 U.S.C. § 1343"))
    other = Order(reference="O-1", awards=(fraud,), liabilities=())
    found = request("18 U.S.C. § 1594", of=other)
    assert [each.key for each in found.missing] == ["chapter_77"]
    assert (found.schedule, found.outside) == ((), ("V-1",))


def test_proceeds_that_the_law_commands_are_divided_among_awards_of_chapter_77_only() -> None:
    """18 U.S.C. § 1594(f)(1): 30,500 to V-1 (§ 1591) alone, and nothing of it to V-2 (§ 1343)."""
    awards = (
        Award(obligee="V-1", amount=60_000, statute=Statute.parse("18 U.S.C. § 1591")),
        Award(obligee="V-2", amount=60_000, statute=Statute.parse("18 U.S.C. § 1343")),
    )
    mixed = Order(reference="O-1", awards=awards, liabilities=())
    found = request("18 U.S.C. § 1594", of=mixed)
    assert [(line.victim, line.share) for line in found.schedule] == [("V-1", 30_500)]
    assert (found.outside, found.missing, found.outstanding) == (("V-2",), (), 60_000)
    discretionary = request("18 U.S.C. § 981(a)(1)(C)", of=mixed)
    assert len(discretionary.schedule) == len(awards)
    assert discretionary.outside == ()


def test_the_commanded_transfer_does_not_rest_its_costs_on_the_rule_of_remission() -> None:
    for statute, cited in (("18 U.S.C. § 1594", False), ("18 U.S.C. § 981(a)(1)(C)", True)):
        rules = [each.authority.citation for each in request(statute).statements]
        assert any("9.9(a)" in rule for rule in rules) is cited


@pytest.mark.parametrize(
    ("distribution", "fund", "expected"),
    [
        # 30,000 × 6/15, 4/15, 5/15 = 12,000, 8,000, 10,000; V-3 is owed 500 only, and 9,500 goes
        # to the others, 3 to 2: 17,700 and 11,800.
        (Distribution.PRO_RATA, 30_000, {"V-1": 17_700, "V-2": 11_800, "V-3": 500, "US": 0}),
        (Distribution.BY_ORDER, 61_000, {"V-1": 60_000, "V-2": 1_000, "V-3": 0, "US": 0}),
        # V-2 is first; 10,000 is left for V-1 and V-3, 6 to 5, of whom V-3 is owed 500 only.
        (Distribution.BY_PRIORITY, 50_000, {"V-1": 9_500, "V-2": 40_000, "V-3": 500, "US": 0}),
        (Distribution.PRO_RATA, 101_000, {"V-1": 60_000, "V-2": 40_000, "V-3": 500, "US": 500}),
    ],
)
def test_the_schedule_divides_as_the_order_does_and_pays_the_united_states_last(
    distribution: Distribution, fund: int, expected: Mapping[str, int]
) -> None:
    assert proposed_shares(order(distribution), fund, OWED, {"US"}) == expected


@given(st.integers(0, 300_000), st.sampled_from(Distribution))
def test_the_shares_add_up_and_none_is_above_what_is_owed(
    fund: int, distribution: Distribution
) -> None:
    shares = proposed_shares(order(distribution), fund, OWED, {"US"})
    assert sum(shares.values()) == min(fund, sum(OWED.values()))
    assert all(0 <= share <= OWED[who] for who, share in shares.items())


def item(  # noqa: PLR0913  # one argument for each thing that a petition says
    victim: str = "V-1",
    *,
    kind: Loss = Loss.LOST_INCOME,
    amount: int = 10_000,
    value: int | None = None,
    compensated: int = 0,
    documents: tuple[str, ...] = ("EX-1",),
    direct: bool | None = True,
    illegal: bool | None = True,
) -> Item:
    return Item(
        victim=victim,
        what="loss",
        kind=kind,
        amount=amount,
        market_value=value,
        compensated=compensated,
        documents=documents,
        directly_caused=direct,
        by_illegal_act=illegal,
    )


def worksheet(
    *items: Item,
    net: int = 0,
    petitioners: tuple[Petitioner, ...] = (Petitioner(victim="V-1", contributed=False),),
    torts: Torts = Torts.DOCUMENTED_COSTS,
    division: Division = Division.PRO_RATA,
) -> RemissionWorksheet:
    return remission_worksheet(petitioners, items, net, LAW, torts=torts, division=division)


@pytest.mark.parametrize(
    ("said", "shown", "to_show", "rule"),
    [
        (item(), 10_000, 0, None),
        (item(kind=Loss.PROPERTY, value=7_000), 7_000, 0, "28 C.F.R. § 9.8(c)"),
        (item(kind=Loss.PROPERTY, value=17_000), 10_000, 0, None),
        (item(kind=Loss.PROPERTY), 0, 10_000, "28 C.F.R. § 9.8(c)"),
        (item(compensated=4_000), 6_000, 0, "28 C.F.R. § 9.8"),
        (item(compensated=14_000), 0, 0, "28 C.F.R. § 9.8"),
        (item(kind=Loss.INTEREST), 0, 0, "28 C.F.R. § 9.8(c)"),
        (item(kind=Loss.COLLATERAL), 0, 0, "28 C.F.R. § 9.8(c)"),
        (item(documents=()), 0, 10_000, "28 C.F.R. § 9.8(b)(1)"),
        (item(direct=None), 0, 10_000, "28 C.F.R. § 9.8(b)(1)"),
        (item(direct=False), 0, 0, "28 C.F.R. § 9.8(b)(1)"),
        (item(illegal=None), 0, 10_000, "28 C.F.R. § 9.8(b)(2)"),
        (item(illegal=False), 0, 0, "28 C.F.R. § 9.8(b)(2)"),
    ],
)
def test_a_loss_counts_as_far_as_the_regulation_lets_it(
    said: Item, shown: int, to_show: int, rule: str | None
) -> None:
    [line] = worksheet(said).lines
    assert (line.shown, line.to_show) == (shown, to_show)
    cited = [ground.authority.citation.partition(" (77")[0] for ground in line.grounds]
    assert cited == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("torts", "counting"),
    [
        (Torts.DOCUMENTED_COSTS, {Loss.TREATMENT}),
        (Torts.NO_INJURY_ITEMS, set()),
        (Torts.ALL_RESTITUTION_LOSSES, {Loss.TREATMENT, Loss.PAIN}),
    ],
)
def test_what_counts_of_an_injury_is_a_position(torts: Torts, counting: set[Loss]) -> None:
    lines = worksheet(item(kind=Loss.TREATMENT), item(kind=Loss.PAIN), torts=torts).lines
    assert {line.item.kind for line in lines if line.shown} == counting
    assert torts in LAW.all_positions()["remission_of_torts"].options
    assert LAW.all_positions()["remission_of_torts"].options[torts].computed


@pytest.mark.parametrize("contributed", [True, None])
def test_a_victim_who_contributed_or_does_not_say_gets_nothing_yet(
    contributed: bool | None,  # noqa: FBT001
) -> None:
    found = worksheet(
        item(), net=5_000, petitioners=(Petitioner(victim="V-1", contributed=contributed),)
    )
    assert (found.outcomes[0].shown, found.divided) == (0, 0)
    assert found.outcomes[0].to_show == (0 if contributed else 10_000)


def test_owners_are_paid_first_and_what_they_get_comes_off_their_loss() -> None:
    # Net 10,000. The owner has an interest of 4,000 and a loss of 9,000: 4,000 first. Left: 6,000 for
    # losses of 9,000 - 4,000 = 5,000 and 15,000, 1 to 3: 1,500 and 4,500.
    found = worksheet(
        item("V-1", amount=9_000),
        item("V-2", amount=15_000),
        net=10_000,
        petitioners=(
            Petitioner(victim="V-1", contributed=False, interest=4_000),
            Petitioner(victim="V-2", contributed=False),
        ),
    )
    shares = [(each.as_owner, each.as_victim) for each in found.outcomes]
    assert shares == [(4_000, 1_500), (0, 4_500)]
    assert found.divided == 10_000


@pytest.mark.parametrize(
    ("division", "shares"),
    [(Division.PRO_RATA, [2_500, 7_500]), (Division.BY_PRIORITY, [5_000, 5_000])],
)
def test_how_it_is_divided_is_a_position(division: Division, shares: list[int]) -> None:
    petitioners = (
        Petitioner(victim="V-1", contributed=False, priority=1),
        Petitioner(victim="V-2", contributed=False, priority=2),
    )
    losses = [item("V-1", amount=5_000), item("V-2", amount=15_000)]
    found = worksheet(*losses, net=10_000, petitioners=petitioners, division=division)
    assert [each.as_victim for each in found.outcomes] == shares
    assert LAW.all_positions()["remission_shares"].options[division].computed


def test_a_loss_of_nobody_who_petitions_is_refused() -> None:
    with pytest.raises(ValueError, match="petitioner"):
        worksheet(item("V-9"))


@given(
    st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)), min_size=1, max_size=6),
    st.integers(0, 30_000),
)
def test_nobody_gets_more_than_interest_or_loss_and_no_more_is_divided_than_there_is(
    told: list[tuple[int, int]], net: int
) -> None:
    petitioners = tuple(
        Petitioner(victim=f"V-{n}", contributed=False, interest=interest)
        for n, (interest, _) in enumerate(told)
    )
    losses = [item(f"V-{n}", amount=loss) for n, (_, loss) in enumerate(told)]
    found = worksheet(*losses, net=net, petitioners=petitioners)
    for each, (interest, loss) in zip(found.outcomes, told, strict=True):
        assert each.as_owner <= interest
        assert each.as_owner + each.as_victim <= max(interest, loss)
    assert found.divided == min(net, sum(max(each) for each in told))


def test_every_ground_has_a_rule_of_the_register() -> None:
    line: Line = worksheet(item(documents=(), direct=None, illegal=None)).lines[0]
    assert len(line.grounds) == 3
    assert all(
        ground.open and ground.authority.citation.startswith("28 C.F.R.")
        for ground in line.grounds
    )
