package io.motorpool.domain.settlement;

import static io.motorpool.domain.route.Fixtures.COMMUTE;
import static io.motorpool.domain.route.Fixtures.DECEMBER_1ST;
import static io.motorpool.domain.route.Fixtures.number;
import static io.motorpool.domain.route.Fixtures.rate;
import static io.motorpool.domain.route.Fixtures.rates;
import static io.motorpool.domain.settlement.Fixtures.APPROVER;
import static io.motorpool.domain.settlement.Fixtures.PARTY;
import static io.motorpool.domain.settlement.Fixtures.aHead;
import static io.motorpool.domain.settlement.Fixtures.aLine;
import static io.motorpool.domain.settlement.Fixtures.aPosted;
import static io.motorpool.domain.settlement.Fixtures.aReversalHead;
import static io.motorpool.domain.settlement.Fixtures.aSnapshot;
import static io.motorpool.domain.settlement.Fixtures.aStatement;
import static io.motorpool.domain.settlement.Fixtures.anExtraCost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.route.RunId;
import io.motorpool.domain.settlement.Finding.ChainBroken;
import io.motorpool.domain.settlement.Finding.FactsDiffer;
import io.motorpool.domain.settlement.Finding.RegisterDiffers;
import io.motorpool.domain.settlement.Finding.Removed;
import io.motorpool.domain.settlement.Finding.SealBroken;
import io.motorpool.domain.settlement.Finding.Unreadable;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.settlement.Verification.Chain;
import io.motorpool.domain.settlement.Verification.Kept;
import io.motorpool.domain.settlement.Verification.Registered;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    /** Written out on purpose: what was frozen once must read the same for ever. */
    private static final String FROZEN = """
            {"company":"00000000-0000-0001-0000-000000000001",\
            "confirmedAt":"2026-12-01T00:00:00Z",\
            "confirmedBy":"00000000-0000-0002-0000-00000000000c",\
            "format":"motorpool.settlement.v1",\
            "issue":1,\
            "month":"2026-11",\
            "number":"ST202611-000001",\
            "previous":"0000000000000000000000000000000000000000000000000000000000000000",\
            "sections":[{"extraCosts":[{"amount":2400,\
            "description":"경부고속도로 통행료",\
            "extraCost":"00000000-0000-0015-0000-000000000001",\
            "kind":"TOLL",\
            "reference":"R-1",\
            "serviceDate":"2026-11-03"}],\
            "route":"00000000-0000-000a-0000-000000000001",\
            "runs":[{"amount":45000,\
            "contract":"VC202612-000001",\
            "departure":"2026-11-01T23:00:00Z",\
            "rateVersion":1,\
            "run":"00000000-0000-000c-0000-000000000001",\
            "serviceDate":"2026-11-02",\
            "shown":{"model":"쏘나타","plate":"12가3456","slot":"1호차"}}],\
            "shown":{"name":"강남-판교 출근"},\
            "supply":47400}],\
            "sequence":1,\
            "settlement":"00000000-0000-0014-0000-000000000001",\
            "shown":{"businessNumber":"1208147521","name":"한빛물류"},\
            "totals":{"supply":47400,"total":52140,"vat":4740}}""";

    @Test
    void a_companys_snapshots_are_counted_from_one() {
        Link second = Link.after(Link.FIRST, aSnapshot().seal());

        assertThat(List.of(Link.FIRST.sequence(), second.sequence())).containsExactly(1L, 2L);
        assertThat(second.previous()).isEqualTo(aSnapshot().seal());
    }

    @Test
    void everything_that_is_shown_is_frozen_in_one_form() {
        Snapshot snapshot =
                aSnapshot(aStatement(List.of(aLine(1, 45_000)), List.of(OfExtraCost.of(anExtraCost(1, "R-1", 2_400)))));

        assertThat(snapshot.text()).isEqualTo(FROZEN);
        assertThat(snapshot.seal())
                .isEqualTo(Seal.of(FROZEN))
                .hasToString(snapshot.seal().hex());
        assertThatThrownBy(() -> new Snapshot(Link.FIRST, snapshot.totals(), FROZEN + " ", snapshot.seal()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_frozen_is_read_back_as_the_statement_it_was() {
        Statement statement = aStatement(
                List.of(aLine(1, 45_000), aLine(2, 45_000)),
                List.of(OfExtraCost.of(anExtraCost(1, "R-1", 2_400)), OfExtraCost.of(anExtraCost(2, "R-2", -900))));

        assertThat(kept(aSnapshot(statement)).statement()).isEqualTo(statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "\"amount\":45000 # \"amounT\":45000",
                "\"amount\":45000, # ``",
                "\"amount\":45000 # \"amount\":\"45000\"",
                "\"departure\":\"2026-11-01T23:00:00Z\" # \"departure\":\"2026-11-01\"",
                "\"departure\":\"2026-11-01T23:00:00Z\" # \"departure\":\"\"",
                "\"departure\":\"2026-11-01T23:00:00Z\" # \"departure\":\"2026-11-31T23:00:00Z\"",
                "\"departure\":\"2026-11-01T23:00:00Z\" # \"departure\":\"2026-11-01T23:00:00\"",
                "\"contract\":\"VC202612-000001\" # \"contract\":\"VC\"",
                "\"slot\":\"1호차\" # \"slot\":\"1호차\",\"thing\":1",
                "\"runs\":[{ # \"runs\":[[{",
                "\"runs\":[{ # \"ruNs\":[{",
                "\"sections\":[ # \"sections\":{}[",
                "\"serviceDate\":\"2026-11-02\" # \"serviceDate\":\"2026-13-02\""
            })
    void what_does_not_say_everything_in_our_form_is_no_statement(String said, String instead) {
        String text =
                aSnapshot(aStatement(List.of(aLine(1, 45_000)), List.of())).text();
        String other = text.replace(said, instead);

        assertThat(other).isNotEqualTo(text);
        assertThatThrownBy(() -> new Kept(aHead().number(), other, Seal.of(other)).statement())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reversal_names_what_it_takes_back() {
        Snapshot reversal = Snapshot.ofReversal(
                aReversalHead(),
                aPosted(),
                PARTY,
                APPROVER,
                DECEMBER_1ST,
                Link.after(Link.FIRST, aSnapshot().seal()));

        assertThat(reversal.text())
                .contains(
                        "\"reverses\":{\"number\":\"ST202611-000001\"",
                        aPosted().confirmation().seal().hex())
                .doesNotContain("\"sections\"");
        assertThat(new Kept(aReversalHead().number(), reversal.text(), reversal.seal())
                        .statement()
                        .head())
                .isEqualTo(aReversalHead());
    }

    @Test
    void nothing_below_zero_is_frozen() {
        Statement below = aStatement(List.of(), List.of(OfExtraCost.of(anExtraCost(1, "R-1", -1))));

        assertThatThrownBy(() -> aSnapshot(below)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void snapshots_of_a_company_are_chained() {
        List<Kept> chain = aChain();

        assertThat(Verification.ofChain(new Chain(chain, register(chain)))).isEmpty();
        assertThat(Verification.ofChain(new Chain(List.of(), List.of()))).isEmpty();
    }

    @Property
    void a_changed_byte_is_found_and_the_settlement_is_named(
            @ForAll @IntRange(min = 0, max = 2) int which, @ForAll @IntRange(min = 0, max = 400) int at) {
        List<Kept> chain = new ArrayList<>(aChain());
        Kept original = chain.get(which);
        String text = original.text();
        String changed = text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
        chain.set(which, new Kept(original.settlement(), changed, original.sealed()));

        assertThat(Verification.ofChain(new Chain(chain, register(aChain()))))
                .contains(new SealBroken(original.settlement(), original.sealed(), Seal.of(changed)));
    }

    @Test
    void a_snapshot_that_was_changed_and_sealed_anew_breaks_the_one_after_it() {
        List<Kept> chain = new ArrayList<>(aChain());
        String cheaper = chain.getFirst().text().replace("45000", "45001");
        chain.set(0, new Kept(chain.getFirst().settlement(), cheaper, Seal.of(cheaper)));

        assertThat(Verification.ofChain(new Chain(chain, register(aChain()))))
                .hasValueSatisfying(finding -> assertThat(finding)
                        .isInstanceOf(ChainBroken.class)
                        .extracting(Finding::settlement)
                        .isEqualTo(chain.get(1).settlement()));
    }

    @Test
    void a_snapshot_that_is_gone_breaks_the_one_after_it() {
        List<Kept> chain = new ArrayList<>(aChain());
        chain.remove(1);

        assertThat(Verification.ofChain(new Chain(chain, register(chain))))
                .hasValueSatisfying(finding -> assertThat(finding).isInstanceOf(ChainBroken.class));
    }

    @Property
    void what_was_removed_is_named_wherever_it_stood_the_end_of_the_chain_too(
            @ForAll @IntRange(min = 0, max = 2) int which) {
        List<Kept> chain = new ArrayList<>(aChain());
        Kept gone = chain.remove(which);

        assertThat(Verification.ofChain(new Chain(chain, register(aChain()))))
                .contains(new Removed(gone.settlement(), gone.sealed()));
    }

    @Test
    void a_whole_chain_that_was_removed_is_missed() {
        Kept first = aChain().getFirst();

        assertThat(Verification.ofChain(new Chain(List.of(), register(aChain()))))
                .contains(new Removed(first.settlement(), first.sealed()));
    }

    @Test
    void the_last_one_changed_and_sealed_anew_is_not_what_was_registered() {
        List<Kept> chain = new ArrayList<>(aChain());
        Kept last = chain.removeLast();
        String cheaper = last.text().replace("45000", "45001");
        chain.add(new Kept(last.settlement(), cheaper, Seal.of(cheaper)));

        assertThat(Verification.ofChain(new Chain(chain, register(aChain()))))
                .contains(new RegisterDiffers(last.settlement(), Optional.of(last.sealed()), Seal.of(cheaper)));
    }

    @Test
    void an_entry_that_is_gone_from_the_register_is_missed() {
        List<Kept> chain = aChain();
        Kept last = chain.getLast();

        assertThat(Verification.ofChain(new Chain(chain, register(chain.subList(0, 2)))))
                .contains(new RegisterDiffers(last.settlement(), Optional.empty(), last.sealed()));
    }

    @Test
    void a_text_that_is_no_snapshot_is_told_however_well_it_is_sealed() {
        for (String text : List.of("{}", "[]", "{\"sequence\":\"1\"}", "no", "{\"previous\":\"x\",\"sequence\":1}")) {
            Kept kept = new Kept(aHead().number(), text, Seal.of(text));

            assertThat(Verification.ofChain(new Chain(List.of(kept), register(List.of(kept)))))
                    .hasValueSatisfying(finding -> assertThat(finding).isInstanceOf(Unreadable.class));
        }
    }

    @Test
    void a_settlement_that_says_something_else_of_itself_than_was_frozen_is_told_with_the_first_difference() {
        Kept kept = kept(aSnapshot());
        Confirmation said = new Confirmation(
                APPROVER, DECEMBER_1ST, aSnapshot().totals(), aSnapshot().seal());
        Confirmation cheaper = new Confirmation(APPROVER, DECEMBER_1ST, Totals.on(Money.won(1)), said.seal());
        SettlementHead other = aHead(aHead().id(), 2, aHead().purpose());

        assertThat(Verification.ofDocument(kept, new Settlement.Confirmed(aHead(), said)))
                .isEmpty();
        assertThat(Verification.ofDocument(kept, new Settlement.Posting(aHead(), said, Attempt.begun(DECEMBER_1ST))))
                .isEmpty();
        assertThat(Verification.ofDocument(kept, new Settlement.Confirmed(other, said)))
                .contains(new FactsDiffer(kept.settlement(), "/number", "\"ST202611-000001\"", "\"ST202611-000002\""));
        assertThat(Verification.ofDocument(
                        kept, new Settlement.Posted(aHead(), cheaper, aPosted().document(), DECEMBER_1ST)))
                .contains(new FactsDiffer(
                        kept.settlement(),
                        "/totals/supply",
                        Long.toString(said.totals().supply().won()),
                        "1"));
        assertThat(Verification.ofDocument(kept, new Settlement.Draft(aHead(), null)))
                .hasValueSatisfying(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                FactsDiffer.class,
                                found -> assertThat(found.path()).isEqualTo("/confirmedAt")));
    }

    @Test
    void sources_that_say_something_else_are_told_with_the_first_difference() {
        Kept kept = kept(aSnapshot());
        Statement dearer = aStatement(
                List.of(aLine(1, 45_000), aLine(2, 46_000)), List.of(OfExtraCost.of(anExtraCost(1, "R-1", 2_400))));

        assertThat(Verification.ofFacts(kept, aStatement())).isEmpty();
        assertThat(Verification.ofFacts(kept, dearer))
                .contains(new FactsDiffer(kept.settlement(), "/sections/0/runs/1/amount", "45000", "46000"));
    }

    @Test
    void names_may_change_without_a_finding() {
        OfRun line = aLine(1, 45_000);
        OfRun renamed = new OfRun(
                line.run(),
                line.route(),
                line.serviceDate(),
                line.departure(),
                line.contract(),
                line.rateVersion(),
                line.amount(),
                new Shown("2호차", "34나5678", "그랜저"));
        Kept kept = kept(aSnapshot(aStatement(List.of(line), List.of())));
        Statement now = new Statement(
                aHead(),
                new Party("한빛로지스", PARTY.businessNumber()),
                List.of(new Section(COMMUTE, "강남-분당", List.of(renamed), List.of())));

        assertThat(Verification.ofFacts(kept, now)).isEmpty();
    }

    @Test
    void a_won_is_followed_to_its_run_contract_rate_version_and_snapshot() {
        Snapshot snapshot = aSnapshot();
        OfRun line = aLine(2, 45_000);

        Explanation explained = Explanation.of(kept(snapshot), line.run(), rates(rate(1, "2026-01-01", 45_000)))
                .orElseThrow();

        assertThat(explained.line()).isEqualTo(line);
        assertThat(explained.line().contract()).isEqualTo(number(1));
        assertThat(explained.rate().version()).isEqualTo(1);
        assertThat(explained.seal()).isEqualTo(snapshot.seal());
        assertThat(explained.agrees()).isTrue();
    }

    @Test
    void a_rate_that_was_tampered_with_does_not_agree_and_a_run_that_is_not_charged_is_not_explained() {
        Kept kept = kept(aSnapshot());

        assertThat(Explanation.of(kept, aLine(2, 1).run(), rates(rate(1, "2026-01-01", 44_000))))
                .hasValueSatisfying(explained -> assertThat(explained.agrees()).isFalse());
        assertThat(Explanation.of(kept, new RunId(new UUID(0, 0)), rates(rate(1, "2026-01-01", 1))))
                .isEmpty();
        assertThat(Explanation.of(kept, aLine(2, 1).run(), rates())).isEmpty();
    }

    @Test
    void every_won_of_the_runs_is_explained() {
        Kept kept = kept(aSnapshot());
        List<Amount> explained = kept.statement().sections().getFirst().runs().stream()
                .map(line -> Explanation.of(kept, line.run(), rates(rate(1, "2026-01-01", 45_000))))
                .flatMap(Optional::stream)
                .map(each -> each.line().amount())
                .toList();

        assertThat(Amount.sum(explained))
                .isEqualTo(aStatement().sections().getFirst().sum().charges());
    }

    @Test
    void a_seal_has_one_form() {
        assertThatThrownBy(() -> new Seal("ABC")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seal("A".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Seal.of("")).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static Kept kept(Snapshot snapshot) {
        return new Kept(aHead().number(), snapshot.text(), snapshot.seal());
    }

    private static List<Registered> register(List<Kept> chain) {
        return chain.stream()
                .map(kept -> new Registered(kept.settlement(), kept.sealed()))
                .toList();
    }

    private static List<Kept> aChain() {
        List<Kept> chain = new ArrayList<>();
        Link link = Link.FIRST;
        for (int i = 1; i <= 3; i++) {
            SettlementHead head = Fixtures.aHead(new SettlementId(new UUID(20, i)), i, new Purpose.Bill(i));
            Statement statement = new Statement(
                    head, PARTY, List.of(new Section(COMMUTE, "출근", List.of(aLine(i, 45_000)), List.of())));
            Snapshot snapshot = Snapshot.of(statement, APPROVER, DECEMBER_1ST, link);
            chain.add(new Kept(head.number(), snapshot.text(), snapshot.seal()));
            link = Link.after(link, snapshot.seal());
        }
        return chain;
    }
}
