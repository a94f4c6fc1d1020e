package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.application.settlement.Placement;
import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vehicles, slots and moments in the words of SAP's equipment. There is no field for a plate: it stands in the name. */
final class EquipmentRequest {

    private static final String SERVICE = "/API_EQUIPMENT";
    static final String SET = SERVICE + "/Equipment";
    private static final int LONGEST_NAME = 40;

    private final ErpConfig.Fleet fleet;

    EquipmentRequest(ErpConfig.Fleet fleet) {
        this.fleet = fleet;
    }

    /** Every movement leaves a period behind that carries our reference too; only the one without an end is the present. */
    String found(VehicleId vehicle) {
        return SET + "?$filter="
                + OData.encoded("TechnicalObjectSortCode eq %s and ValidityEndDate eq %s"
                        .formatted(OData.text(SapReference.of(vehicle.value())), OData.date(OData.FOREVER)));
    }

    static String address(EquipmentRecord record) {
        return SET
                + OData.encoded("(Equipment=%s,ValidityEndDate=%s)"
                        .formatted(OData.text(record.number()), OData.date(OData.FOREVER)));
    }

    String place(UUID slot) {
        return fleet.locationPrefix() + SapReference.of(slot);
    }

    static String move(String action, EquipmentRecord record, String place, Instant when) {
        LocalDateTime local = LocalDateTime.ofInstant(when, BusinessZone.SEOUL);
        return "%s/%s?Equipment=%s&ValidityEndDate=%s&FunctionalLocation=%s&EquipmentInstallationDate=%s&EquipmentInstallationTime=%s"
                .formatted(
                        SERVICE,
                        action,
                        OData.encoded(OData.text(record.number())),
                        OData.encoded(OData.date(OData.FOREVER)),
                        OData.encoded(OData.text(place)),
                        OData.encoded(OData.date(local.toLocalDate())),
                        OData.encoded(OData.time(OData.wholeSeconds(local.toLocalTime()))));
    }

    ObjectNode toCreate(Placement placement) {
        return toUpdate(placement)
                .put("EquipmentCategory", fleet.category())
                .put(
                        "TechnicalObjectSortCode",
                        SapReference.of(placement.vehicle().id().value()));
    }

    ObjectNode toUpdate(Placement placement) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        attributes(placement).forEach(body::put);
        return body.put(
                "ValidityStartDate",
                OData.jsonDate(LocalDateTime.ofInstant(placement.since(), BusinessZone.SEOUL)
                        .toLocalDate()));
    }

    /** Names of the attributes that the record does not say as it should. SAP keeps some in capitals only. */
    List<String> differing(Placement placement, EquipmentRecord record) {
        return attributes(placement).entrySet().stream()
                .filter(wanted -> !wanted.getValue()
                        .toUpperCase(Locale.ROOT)
                        .equals(record.says(wanted.getKey()).toUpperCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The day on which the contract began is told with them, but SAP moves it with every period. */
    private Map<String, String> attributes(Placement placement) {
        RegisteredVehicle vehicle = placement.vehicle();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("EquipmentName", name(vehicle));
        attributes.put("TechnicalObjectType", fleet.objectType());
        attributes.put("InventoryNumber", placement.contract());
        attributes.put("ManufacturerSerialNumber", vehicle.vin().value());
        attributes.put("AssetManufacturerName", orNothing(vehicle.manufacturer()));
        attributes.put("ConstructionYear", orNothing(vehicle.built()));
        attributes.put("CompanyCode", fleet.companyCode());
        attributes.put("CostCenter", fleet.costCenter());
        return attributes;
    }

    private static String orNothing(@Nullable Object value) {
        return value instanceof Year year ? "%04d".formatted(year.getValue()) : value == null ? "" : value.toString();
    }

    /** When there is too little room the model gives way, at a whole character; the plate is what people look for. */
    static String name(RegisteredVehicle vehicle) {
        String plate = vehicle.plate().value();
        int room = LONGEST_NAME - plate.length() - 1;
        String model = vehicle.model();
        int end = Math.min(room, model.length());
        if (end < model.length() && Character.isHighSurrogate(model.charAt(end - 1))) {
            end--;
        }
        return model.substring(0, end).strip() + " " + plate;
    }
}
