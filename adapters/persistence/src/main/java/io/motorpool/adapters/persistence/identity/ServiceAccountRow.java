package io.motorpool.adapters.persistence.identity;

import io.motorpool.domain.access.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A service as stored. */
@Entity(name = "ServiceAccountRow")
@Table(name = "service_account")
@NullUnmarked
class ServiceAccountRow {

    @Id
    UUID id;

    @Version
    Long version;

    String name;
    String profile;

    @Column(name = "company_id")
    UUID companyId;

    @Enumerated(EnumType.STRING)
    Role role;

    /** Modulus and exponent, as in a JWK, with a full stop between them. */
    @Column(name = "public_keys")
    String[] publicKeys;

    boolean enabled;
}
