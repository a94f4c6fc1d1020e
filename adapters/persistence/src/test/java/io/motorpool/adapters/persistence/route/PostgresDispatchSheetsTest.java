package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.route.DispatchSheetsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresDispatchSheetsTest implements DispatchSheetsContract, OnPostgres {}
