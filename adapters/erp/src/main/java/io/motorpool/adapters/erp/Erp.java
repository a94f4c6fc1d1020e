package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.ErpLedger;
import io.motorpool.application.settlement.VehicleRegister;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** SAP where it is set up, and otherwise nobody. Ledger and register share one way to SAP: its pairs, its patience. */
@Singleton
class Erp {

    private final Optional<ErpConfig> config;
    private final Optional<SapGateway> gateway;
    private final Clock clock;

    Erp(ErpSettings settings, Vertx vertx, Clock clock) {
        this.config = ErpSettings.sapOf(settings);
        this.gateway = config.map(sap -> new SapGateway(vertx, sap));
        this.clock = clock;
    }

    @Produces
    @Singleton
    ErpLedger ledger() {
        return gateway.<ErpLedger>map(sap -> new SapErpLedger(sap, config.orElseThrow(), clock))
                .orElseGet(() -> new NoErp(clock));
    }

    @Produces
    @Singleton
    VehicleRegister register() {
        return gateway.<VehicleRegister>map(sap -> new SapVehicleRegister(sap, config.orElseThrow(), clock))
                .orElseGet(() -> new NoErp(clock));
    }

    @PreDestroy
    void close() {
        gateway.ifPresent(SapGateway::close);
    }
}
