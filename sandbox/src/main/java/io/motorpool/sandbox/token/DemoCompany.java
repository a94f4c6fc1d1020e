package io.motorpool.sandbox.token;

/** The two client companies of the demo: one to play with, one that must never see the other. */
public enum DemoCompany {
    HANBIT("한빛정밀", "120-81-47521"),
    DAON("다온물산", "214-88-10013");

    private final String companyName;
    private final String businessNumber;

    DemoCompany(String companyName, String businessNumber) {
        this.companyName = companyName;
        this.businessNumber = businessNumber;
    }

    public String companyName() {
        return companyName;
    }

    public String businessNumber() {
        return businessNumber;
    }
}
