package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The present state of a vehicle's equipment in SAP.
 *
 * @param version with which it may be changed
 * @param place label of the functional location; empty when it is installed nowhere
 */
record EquipmentRecord(String number, String version, String place, JsonNode attributes) {

    static EquipmentRecord of(JsonNode json) {
        boolean installed = json.path("EquipmentIsInstalled").asBoolean();
        return new EquipmentRecord(
                json.path("Equipment").asText(),
                json.at("/__metadata/etag").asText(),
                installed ? json.path("FunctionalLocation").asText() : "",
                json);
    }

    boolean isInstalled() {
        return !place.isEmpty();
    }

    String says(String attribute) {
        return attributes.path(attribute).asText("");
    }
}
