package io.motorpool.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {

    /** A new role, a new permission or a changed answer has to be written down here, by hand and on purpose. */
    private static final String ROLE_BY_PERMISSION = """
            |                         | MEMBER | COMPANY_ADMIN | OPERATOR | SUPPORT_AGENT | AUDITOR | SETTLEMENT_CLERK | SETTLEMENT_APPROVER | CHAUFFEUR | SCHEDULER |
            | REGISTER_COMPANY        | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_COMPANY            | yes    | yes           | yes      | yes           | yes     | yes              | yes                 | -         | -         |
            | CHANGE_COMPANY          | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_MEMBERS            | -      | yes           | yes      | yes           | yes     | -                | -                   | -         | -         |
            | MANAGE_MEMBERS          | -      | yes           | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_FLEET              | yes    | yes           | yes      | yes           | yes     | yes              | yes                 | -         | -         |
            | MANAGE_FLEET            | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | RESERVE                 | yes    | yes           | -        | -             | -       | -                | -                   | -         | -         |
            | RESERVE_FOR_OTHERS      | -      | yes           | yes      | yes           | -       | -                | -                   | -         | -         |
            | READ_ALL_RESERVATIONS   | -      | yes           | yes      | yes           | yes     | -                | -                   | -         | -         |
            | SUPPORT_RESERVATIONS    | -      | -             | yes      | yes           | -       | -                | -                   | -         | yes       |
            | OCCUPY_VEHICLES         | -      | -             | yes      | yes           | -       | -                | -                   | -         | -         |
            | READ_AUDIT              | -      | yes           | yes      | yes           | yes     | yes              | yes                 | -         | -         |
            | RUN_SWEEPS              | -      | -             | yes      | -             | -       | -                | -                   | -         | yes       |
            | READ_USERS              | -      | -             | yes      | yes           | yes     | -                | -                   | -         | -         |
            | MANAGE_USERS            | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_SERVICE_ACCOUNTS   | -      | -             | yes      | -             | yes     | -                | -                   | -         | -         |
            | MANAGE_SERVICE_ACCOUNTS | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_KEYS               | -      | -             | yes      | -             | yes     | -                | -                   | -         | -         |
            | ROTATE_KEYS             | -      | -             | yes      | -             | -       | -                | -                   | -         | yes       |
            | MANAGE_KEYS             | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_SECURITY           | -      | -             | yes      | -             | yes     | -                | -                   | -         | -         |
            | READ_ROUTES             | -      | yes           | yes      | yes           | yes     | yes              | yes                 | -         | -         |
            | MANAGE_ROUTES           | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | AGREE_RATES             | -      | -             | yes      | -             | -       | yes              | -                   | -         | -         |
            | PLAN_RUNS               | -      | -             | yes      | -             | -       | -                | -                   | -         | yes       |
            | DISPATCH_VEHICLES       | -      | -             | yes      | yes           | -       | -                | -                   | -         | -         |
            | REPORT_RUNS             | -      | -             | yes      | yes           | -       | -                | -                   | -         | -         |
            | REPORT_OWN_RUNS         | -      | -             | -        | -             | -       | -                | -                   | yes       | -         |
            | REGISTER_VEHICLES       | -      | -             | yes      | -             | -       | -                | -                   | -         | yes       |
            | CAPTURE_PRICES          | -      | -             | yes      | -             | -       | yes              | yes                 | -         | yes       |
            | READ_SETTLEMENTS        | -      | -             | yes      | -             | yes     | yes              | yes                 | -         | -         |
            | EDIT_SETTLEMENTS        | -      | -             | -        | -             | -       | yes              | -                   | -         | -         |
            | CALCULATE_SETTLEMENTS   | -      | -             | -        | -             | -       | yes              | yes                 | -         | -         |
            | CONFIRM_SETTLEMENTS     | -      | -             | -        | -             | -       | -                | yes                 | -         | -         |
            | POST_SETTLEMENTS        | -      | -             | -        | -             | -       | -                | yes                 | -         | yes       |
            | USE_KEYS                | yes    | yes           | -        | -             | -       | -                | -                   | -         | -         |
            | SUPPORT_KEYS            | -      | -             | yes      | yes           | -       | -                | -                   | -         | -         |
            | MANAGE_CARDS            | -      | yes           | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_PAYMENTS           | -      | yes           | yes      | yes           | yes     | -                | -                   | -         | -         |
            | CHARGE_FEES             | -      | -             | yes      | yes           | -       | -                | -                   | -         | -         |
            | READ_LEDGER             | -      | yes           | yes      | -             | yes     | yes              | yes                 | -         | -         |
            | READ_DRIVING_LOG        | -      | yes           | yes      | -             | yes     | -                | -                   | -         | -         |
            | KEEP_DRIVING_LOG        | -      | yes           | yes      | -             | -       | -                | -                   | -         | -         |
            | CLOSE_DRIVING_LOG       | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | READ_RECONCILIATION     | -      | -             | yes      | -             | yes     | -                | -                   | -         | -         |
            | EXPLAIN_DIFFERENCES     | -      | -             | yes      | -             | -       | -                | -                   | -         | -         |
            | RUN_RECONCILIATION      | -      | -             | yes      | -             | -       | -                | -                   | -         | yes       |
            """;

    @Test
    void every_role_may_do_exactly_what_the_table_says() {
        assertThat(theTableAsTheModelHasIt()).isEqualTo(ROLE_BY_PERMISSION);
    }

    private static String theTableAsTheModelHasIt() {
        int widest = Arrays.stream(Permission.values())
                .mapToInt(permission -> permission.name().length())
                .max()
                .orElseThrow();
        String head = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" | "));
        return "| %s | %s |\n".formatted(" ".repeat(widest), head)
                + Arrays.stream(Permission.values())
                        .map(permission ->
                                "| %s | %s |\n".formatted(padded(permission.name(), widest), row(permission)))
                        .collect(Collectors.joining());
    }

    private static String row(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> padded(
                        AccessPolicy.of(role).contains(permission) ? "yes" : "-",
                        role.name().length()))
                .collect(Collectors.joining(" | "));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
