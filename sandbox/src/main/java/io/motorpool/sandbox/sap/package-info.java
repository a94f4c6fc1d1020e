/**
 * A stand-in for SAP S/4HANA: the three OData V2 services that Motorpool speaks to, as strict as the real ones, with a
 * switchboard for whatever can go wrong between two systems.
 */
@NullMarked
package io.motorpool.sandbox.sap;

import org.jspecify.annotations.NullMarked;
