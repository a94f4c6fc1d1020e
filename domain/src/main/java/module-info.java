/**
 * The model. It requires nothing but the JDK's base module: the compiler itself refuses a framework, a database or a
 * clock of another library here (ADR-0002).
 */
module io.motorpool.domain {
    requires static org.jspecify;

    exports io.motorpool.domain;
    exports io.motorpool.domain.access;
    exports io.motorpool.domain.company;
    exports io.motorpool.domain.drivinglog;
    exports io.motorpool.domain.fleet;
    exports io.motorpool.domain.identity;
    exports io.motorpool.domain.key;
    exports io.motorpool.domain.payment;
    exports io.motorpool.domain.reconciliation;
    exports io.motorpool.domain.reservation;
    exports io.motorpool.domain.route;
    exports io.motorpool.domain.settlement;
    exports io.motorpool.domain.shared;
}
