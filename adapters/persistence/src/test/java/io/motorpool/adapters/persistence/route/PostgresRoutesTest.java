package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.route.RoutesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresRoutesTest implements RoutesContract, OnPostgres {}
