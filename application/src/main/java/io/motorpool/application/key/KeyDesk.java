package io.motorpool.application.key;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.domain.key.Custody;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.key.VehicleKey.Changed;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every change of a key leaves behind: the key, its grants and hand-overs, the audit entry, the facts. */
public final class KeyDesk {

    private final VehicleKeys keys;
    private final Journal journal;

    public KeyDesk(VehicleKeys keys, Journal journal) {
        this.keys = keys;
        this.journal = journal;
    }

    Uni<Void> store(Deed deed, Versioned<VehicleKey> stored, Changed changed) {
        VehicleKey before = stored.value();
        Effect effect = new Effect(before.company(), before.vehicle().value(), facts(before), facts(changed.key()));
        return keep(stored, changed).chain(() -> journal.write(deed, List.of(effect), changed.events()));
    }

    /** Without a trace of its own: the step that it belongs to leaves one. */
    Uni<Void> keep(Versioned<VehicleKey> stored, Changed changed) {
        return keys.save(stored.with(changed.key()), changed.grants(), changed.handOvers());
    }

    private static Map<String, String> facts(VehicleKey key) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("custody", word(key.custody()));
        key.held().map(KeyGrant::holder).ifPresent(holder -> facts.put("holder", holder.toString()));
        if (key.handOver() != null) {
            facts.put("handOver", key.handOver().status().name());
        }
        return facts;
    }

    private static String word(Custody custody) {
        return switch (custody) {
            case Custody.Nobody _ -> "NOBODY";
            case Custody.Held _ -> "HELD";
            case Custody.Revoking _ -> "REVOKING";
            case Custody.Granting _ -> "GRANTING";
        };
    }
}
