package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.catalogue.Catalogue;
import java.util.List;

/** Every drill that {@code ./motorpool drill} knows. */
public final class Drills {

    public static final Catalogue<Drill> ALL = new Catalogue<>("drill", List.of(new KillDrill(12)));

    private Drills() {}
}
