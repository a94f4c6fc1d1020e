package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.settlement.VehicleRegister;
import io.motorpool.application.settlement.VehicleRegisterContract;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.sandbox.sap.SapPart;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class SapVehicleRegisterTest implements VehicleRegisterContract, SapWeather {

    private static final SapPart SAP = SapPart.temporaryNotStarted();

    private final MovedClock clock = ErpForTests.clock();
    private final ErpConfig config = ErpForTests.config(SAP);
    private SapGateway gateway = ErpForTests.gateway(config);
    private final SapEyes eyes = new SapEyes(SAP);

    @BeforeAll
    static void start() {
        SAP.start();
    }

    @AfterAll
    static void end() {
        SAP.close();
    }

    @AfterEach
    void calm() {
        SAP.switchboard().calm();
        SAP.start();
        gateway.close();
    }

    @Override
    public VehicleRegister register() {
        return new SapVehicleRegister(gateway, config, clock);
    }

    @Override
    public void becomeImpatient() {
        gateway.close();
        gateway = ErpForTests.gateway(ErpForTests.impatient(SAP));
    }

    @Override
    public SapPart sap() {
        return SAP;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public List<Recorded> recorded(VehicleId vehicle) {
        JsonNode found = eyes.see("/API_EQUIPMENT/Equipment?$filter=TechnicalObjectSortCode%20eq%20'"
                + SapReference.of(vehicle.value()) + "'%20and%20ValidityEndDate%20eq%20datetime'9999-12-31T00:00:00'");
        return StreamSupport.stream(found.spliterator(), false)
                .map(json -> new Recorded(
                        json.path("Equipment").asText(),
                        json.path("InventoryNumber").asText(),
                        json.path("EquipmentIsInstalled").asBoolean()
                                ? json.path("FunctionalLocation").asText()
                                : null,
                        json.path("EquipmentInstallationDate").asText()
                                + json.path("EquipmentInstallationTime").asText()))
                .toList();
    }

    @Override
    public boolean isAt(Recorded recorded, UUID slot) {
        return ("MP-" + SapReference.of(slot)).equals(recorded.place());
    }

    @Override
    public void givenRecordedByHand(RegisteredVehicle vehicle) {
        var _ = eyes.create(
                "/API_EQUIPMENT/Equipment",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("EquipmentName", "by hand")
                        .put("EquipmentCategory", "F")
                        .put("CompanyCode", "1710")
                        .put(
                                "TechnicalObjectSortCode",
                                SapReference.of(vehicle.id().value())));
    }
}
