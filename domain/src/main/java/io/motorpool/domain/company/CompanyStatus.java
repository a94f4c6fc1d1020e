package io.motorpool.domain.company;

/** Whether a company still is a client. */
public enum CompanyStatus {
    ACTIVE,
    RETIRED
}
