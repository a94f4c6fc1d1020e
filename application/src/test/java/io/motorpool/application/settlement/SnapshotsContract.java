package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.Snapshot;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Verification;
import io.motorpool.domain.settlement.Verification.Chain;
import io.motorpool.domain.settlement.Verification.Kept;
import io.motorpool.domain.settlement.Verification.Registered;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of snapshots promises. The settlements are there, confirmed under the seals of their snapshots. */
public interface SnapshotsContract extends SettlementGround {

    @Test
    default void the_snapshots_of_a_company_form_a_chain_of_its_own() {
        CompanyId company = givenCompany();
        Kept first = givenFrozen(company, 1);
        Kept second = givenFrozen(company, 2);
        Kept other = givenFrozen(givenCompany(), 1);
        CompanyId bare = givenCompany();

        Chain chain = inTransaction(() -> snapshots().chain(company));

        assertThat(chain.kept()).containsExactly(first, second);
        assertThat(Verification.ofChain(chain)).isEmpty();
        assertThat(Verification.ofChain(new Chain(List.of(other), List.of(registered(other)))))
                .isEmpty();
        assertThat(inTransaction(() -> snapshots().next(bare))).isEqualTo(Link.FIRST);
    }

    @Test
    default void a_snapshot_is_found_by_its_settlement_byte_for_byte() {
        CompanyId company = givenCompany();
        Kept kept = givenFrozen(company, 1);
        SettlementId settlement = kept.statement().head().id();

        assertThat(inTransaction(() -> snapshots().find(settlement))).contains(kept);
        assertThat(inTransaction(() -> snapshots().find(new SettlementId(Ids.next()))))
                .isEmpty();
    }

    @Test
    default void each_seal_is_entered_in_the_register_of_its_company() {
        CompanyId company = givenCompany();
        Kept first = givenFrozen(company, 1);
        Kept second = givenFrozen(company, 2);
        Kept _ = givenFrozen(givenCompany(), 1);

        assertThat(register(company)).containsExactly(registered(first), registered(second));
        assertThat(register(givenCompany())).isEmpty();
    }

    @Test
    default void a_place_in_the_chain_is_taken_once() {
        CompanyId company = givenCompany();
        Kept _ = givenFrozen(company, 1);
        SettlementHead head = aHead(company, new Purpose.Bill(2));
        Snapshot latecomer = frozen(head, Link.FIRST);
        var _ = given(new Settlement.Draft(head, null));

        assertThatThrownBy(() -> inTransaction(() -> snapshots().add(head, latecomer)))
                .isInstanceOf(ContendedException.class);
    }

    private List<Registered> register(CompanyId company) {
        return inTransaction(() -> snapshots().chain(company)).register();
    }

    private static Registered registered(Kept kept) {
        return new Registered(kept.settlement(), kept.sealed());
    }

    private Kept givenFrozen(CompanyId company, int issue) {
        SettlementHead head = aHead(company, new Purpose.Bill(issue));
        Link link = inTransaction(() -> snapshots().next(company));
        Snapshot snapshot = frozen(head, link);
        var draft = given(new Settlement.Draft(head, null));
        var confirmation = new Confirmation(new UserId(Ids.next()), DECEMBER_5TH, snapshot.totals(), snapshot.seal());
        inTransaction(() -> snapshots().add(head, snapshot));
        var _ = then(draft, new Settlement.Confirmed(head, confirmation));
        return new Kept(head.number(), snapshot.text(), snapshot.seal());
    }

    private static Snapshot frozen(SettlementHead head, Link link) {
        var statement = new Statement(head, new Party("한빛물류 \"가\" \\ 나", new BusinessNumber("1208147521")), List.of());
        return Snapshot.of(statement, new UserId(Ids.next()), DECEMBER_5TH, link);
    }
}
