package io.motorpool.adapters.persistence.company;

import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.CompanyStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A company as stored. */
@Entity(name = "CompanyRow")
@Table(name = "company")
@NullUnmarked
public class CompanyRow {

    @Id
    public UUID id;

    @Version
    public Long version;

    public String name;

    @Column(name = "business_number")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String businessNumber;

    @Column(name = "billing_policy")
    @Enumerated(EnumType.STRING)
    public BillingPolicy billingPolicy;

    @Enumerated(EnumType.STRING)
    public CompanyStatus status;
}
