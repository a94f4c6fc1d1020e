package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** What a port's contract needs from whoever keeps the contract, the fake as well as the real adapter. */
public interface PortContract {

    /** What the work answers, in a unit of work of its own. May be called from several threads at once. */
    <T> T inTransaction(Supplier<Uni<T>> work);

    /** What the work answers, run where use cases run. What unit of work it needs, it begins itself. */
    <T> T result(Supplier<Uni<T>> work);
}
