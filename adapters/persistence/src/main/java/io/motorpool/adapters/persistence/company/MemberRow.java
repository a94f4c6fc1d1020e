package io.motorpool.adapters.persistence.company;

import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A membership as stored. */
@Entity(name = "MemberRow")
@Table(name = "member")
@NullUnmarked
public class MemberRow {

    @Id
    public UUID id;

    @Version
    public Long version;

    @Column(name = "company_id")
    public UUID companyId;

    @Column(name = "user_id")
    public UUID userId;

    public String name;
    public String department;

    @Enumerated(EnumType.STRING)
    public MemberRole role;

    @Column(name = "accepts_hand_over")
    public boolean acceptsHandOver;

    @Column(name = "licence_class")
    @Enumerated(EnumType.STRING)
    public LicenceClass licenceClass;

    @Column(name = "licence_expiry")
    public LocalDate licenceExpiry;

    @Enumerated(EnumType.STRING)
    public MemberStatus status;
}
