package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Everything inside happens or nothing does. The use case decides where it begins and ends; the persistence adapter
 * decides how (ADR-0004).
 *
 * <p>Work that loses a race against another transaction is rolled back and run again from the start, a few times; so it
 * must have no effect outside of the database. If it keeps losing it fails with {@link ContendedException}. A database
 * that cannot be reached fails it with {@link StoreUnavailableException}. Inside another unit of work it joins that one.
 * What has begun goes on to its end, also when whoever asked for it has stopped waiting.
 */
public interface UnitOfWork {

    <T> Uni<T> inTransaction(Supplier<Uni<T>> work);

    /** The same for work that only reads: no transaction, never run twice. */
    <T> Uni<T> reading(Supplier<Uni<T>> work);
}
