package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** Somebody chooses a password by the link in a letter: the first one, or one in place of a forgotten one. */
public interface ChoosePassword {

    /** All sessions that went on until now end. */
    Uni<Decision<UserId, Refusal>> choose(Choice choice);

    /** @param link the secret that came in the link, whatever it is */
    record Choice(OneTimeLink.Purpose purpose, String link, Password wanted, SourceNetwork from) {

        @Override
        public String toString() {
            return "(choice by " + purpose + ")";
        }
    }
}
