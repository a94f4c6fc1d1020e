package io.motorpool.sandbox.sap;

/** SAP's "no", in the form in which SAP says it. */
final class SapRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    SapRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static SapRefusal bad(String code, String message) {
        return new SapRefusal(400, code, message);
    }

    static SapRefusal invalidProperty(String property, String type) {
        return bad("/IWBEP/CM_MGW_RT/021", "Property %s is invalid for type %s".formatted(property, type));
    }

    static SapRefusal invalidValue(String property) {
        return bad("/IWBEP/CM_MGW_RT/176", "Invalid value for property %s".formatted(property));
    }

    static SapRefusal notFound(String what) {
        return new SapRefusal(404, "/IWBEP/CM_MGW_RT/020", "Resource not found for segment '%s'".formatted(what));
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String said() {
        String said = getMessage();
        return said == null ? code : said;
    }
}
