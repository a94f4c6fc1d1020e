package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Somebody who is signed in takes a new password. All their other sessions end. */
public interface ChangePassword {

    /** @return how many other sessions ended */
    Uni<Decision<Integer, Refusal>> change(Change change);

    /** @param session the one that goes on; absent when none does */
    record Change(Caller caller, @Nullable SessionId session, Password present, Password wanted, SourceNetwork from) {}
}
