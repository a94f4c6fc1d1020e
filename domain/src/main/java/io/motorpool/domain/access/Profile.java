package io.motorpool.domain.access;

import io.motorpool.domain.shared.CompanyId;

/** In which capacity a caller acts. A user acts under exactly one profile at a time. */
public sealed interface Profile {

    /** As a private person: nothing of any company is there for them. */
    record Personal() implements Profile {}

    /** For one company. */
    record Business(CompanyId company) implements Profile {}

    /** For the mobility company's own division, which looks after every client company. */
    record Division() implements Profile {}
}
