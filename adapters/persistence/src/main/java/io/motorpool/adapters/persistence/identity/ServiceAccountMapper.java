package io.motorpool.adapters.persistence.identity;

import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.stream.Stream;

/** Between rows and services. */
final class ServiceAccountMapper {

    private static final char BETWEEN = '.';

    private ServiceAccountMapper() {}

    static Versioned<ServiceAccount> account(ServiceAccountRow row) {
        return new Versioned<>(
                new ServiceAccount(
                        new UserId(row.id),
                        row.name,
                        ProfileMapper.profile(row.profile, row.companyId),
                        row.role,
                        Stream.of(row.publicKeys).map(ServiceAccountMapper::key).toList(),
                        row.enabled),
                new Version(row.version));
    }

    static ServiceAccountRow row(Versioned<ServiceAccount> stored) {
        ServiceAccount account = stored.value();
        ServiceAccountRow row = new ServiceAccountRow();
        row.id = account.id().value();
        row.version = stored.version().value();
        row.name = account.name();
        row.profile = ProfileMapper.name(account.profile());
        row.companyId = ProfileMapper.company(account.profile());
        row.role = account.role();
        row.publicKeys = account.keys().stream().map(ServiceAccountMapper::text).toArray(String[]::new);
        row.enabled = account.enabled();
        return row;
    }

    private static RsaPublicKey key(String text) {
        int end = text.indexOf(BETWEEN);
        return RsaPublicKey.of(text.substring(0, end), text.substring(end + 1));
    }

    private static String text(RsaPublicKey key) {
        return key.n() + BETWEEN + key.e();
    }
}
