package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;

class InMemorySecondServerSessionsTest implements SecondServerSessionsContract {

    private final InMemorySecondServerSessions sessions = new InMemorySecondServerSessions();

    @Override
    public SecondServerSessions sessions() {
        return sessions;
    }

    @Override
    public String session(EmailAddress login) {
        return sessions.begin(login);
    }

    @Override
    public void givenEnded(String session) {
        sessions.end(session);
    }

    @Override
    public void givenOutOfReach() {
        sessions.outOfReach(true);
    }
}
