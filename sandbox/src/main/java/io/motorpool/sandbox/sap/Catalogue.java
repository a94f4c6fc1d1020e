package io.motorpool.sandbox.sap;

import io.motorpool.sandbox.sap.EdmType.Date;
import io.motorpool.sandbox.sap.EdmType.Decimal;
import io.motorpool.sandbox.sap.EdmType.Flag;
import io.motorpool.sandbox.sap.EdmType.Text;
import io.motorpool.sandbox.sap.EdmType.Time;

/** The records of the three services: their properties, lengths and who may write what. */
final class Catalogue {

    static final EntityType EQUIPMENT = equipment();
    static final Memo DEBIT = new Memo("Debit", 70_000_000);
    static final Memo CREDIT = new Memo("Credit", 60_000_000);

    private static final EdmType AMOUNT = new Decimal(16, 3);

    private Catalogue() {}

    /**
     * A request for a debit or a credit memo: the same shape under other names.
     *
     * @param first the numbers of the documents follow it
     */
    record Memo(String word, int first) {

        String set() {
            return "A_%sMemoRequest".formatted(word);
        }

        String service() {
            return "API_%s_MEMO_REQUEST_SRV".formatted(word.toUpperCase(java.util.Locale.ROOT));
        }

        String number() {
            return word + "MemoRequest";
        }

        String item() {
            return word + "MemoRequestItem";
        }

        EntityType type() {
            return EntityType.named(set() + "Type")
                    .key(number())
                    .readOnly(new Text(10, true), number())
                    .onCreate(new Text(4, true), number() + "Type", "SalesOrganization")
                    .onCreate(new Text(2, true), "DistributionChannel", "OrganizationDivision")
                    .onCreate(new Text(10, true), "SoldToParty")
                    .text(35, "PurchaseOrderByCustomer")
                    .capitals(3, "SDDocumentReason")
                    .of(new Date(), "BillingDocumentDate")
                    .onCreate(new Text(5, true), "TransactionCurrency")
                    .readOnly(new Decimal(16, 3), "TotalNetAmount")
                    .readOnly(new Date(), "CreationDate")
                    .readOnly(new Text(1, true), "OverallSDProcessStatus")
                    .child("to_Partner", partnerType())
                    .child("to_Item", itemType())
                    .build();
        }

        private EntityType partnerType() {
            return EntityType.named("A_%sMemoReqPartnerType".formatted(word))
                    .key(number(), "PartnerFunction")
                    .readOnly(new Text(10, true), number())
                    .onCreate(new Text(2, true), "PartnerFunction")
                    .onCreate(new Text(10, true), "Customer")
                    .build();
        }

        private EntityType itemType() {
            return EntityType.named("A_%sMemoRequestItemType".formatted(word))
                    .key(number(), item())
                    .readOnly(new Text(10, true), number())
                    .onCreate(new Text(6, true), item())
                    .onCreate(new Text(40, true), "Material")
                    .of(new Decimal(15, 3), "RequestedQuantity")
                    .capitals(3, "RequestedQuantityUnit")
                    .text(40, item() + "Text")
                    .capitals(10, "ProfitCenter")
                    .readOnly(AMOUNT, "NetAmount")
                    .readOnly(new Text(5, true), "TransactionCurrency")
                    .child("to_PricingElement", pricingType())
                    .build();
        }

        private EntityType pricingType() {
            return EntityType.named("A_%sMemoReqItmPrcgElmntType".formatted(word))
                    .key(number(), item(), "ConditionType")
                    .readOnly(new Text(10, true), number())
                    .readOnly(new Text(6, true), item())
                    .onCreate(new Text(4, true), "ConditionType")
                    .of(new Decimal(24, 9), "ConditionRateValue")
                    .capitals(5, "ConditionCurrency")
                    .build();
        }
    }

    private static EntityType equipment() {
        return EntityType.named("EquipmentType")
                .key("Equipment", "ValidityEndDate")
                .readOnly(new Text(18, true), "Equipment")
                .readOnly(new Date(), "ValidityEndDate")
                .of(new Date(), "ValidityStartDate")
                .text(40, "EquipmentName")
                .onCreate(new Text(1, true), "EquipmentCategory")
                .capitals(10, "TechnicalObjectType", "CostCenter")
                .capitals(25, "InventoryNumber", "TechnicalObjectSortCode")
                .capitals(30, "ManufacturerSerialNumber")
                .text(30, "AssetManufacturerName")
                .capitals(4, "ConstructionYear", "CompanyCode", "MaintenancePlant")
                .readOnly(new Text(40, true), "FunctionalLocation")
                .readOnly(new Flag(), "EquipmentIsInstalled", "EquipmentIsInactive")
                .readOnly(new Date(), "EquipmentInstallationDate")
                .readOnly(new Time(), "EquipmentInstallationTime")
                .build();
    }
}
