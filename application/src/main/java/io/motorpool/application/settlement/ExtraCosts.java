package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostSheet;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What companies owe beside their runs. A key is used once per company. */
public interface ExtraCosts {

    /** In the order of day, route, kind and reference. Whoever decides on the strength of it locks the books first. */
    Uni<List<ExtraCost>> of(CompanyId company, YearMonth month);

    /** Fails with {@link io.motorpool.application.shared.ContendedException} when a key is taken. */
    Uni<Void> store(ExtraCostSheet.Taken taken);

    /** @return whether it was still there */
    Uni<Boolean> remove(ExtraCostId id);

    /** The digest of the file that was imported last, unless something was changed by hand since. */
    Uni<Optional<String>> lastFile(CompanyId company, YearMonth month);

    /** @param digest empty when something was changed by hand */
    Uni<Void> rememberFile(CompanyId company, YearMonth month, Optional<String> digest);
}
