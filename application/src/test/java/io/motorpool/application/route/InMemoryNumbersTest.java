package io.motorpool.application.route;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryNumbersTest implements NumbersContract, InMemoryContract {

    private final Numbers numbers = new InMemoryNumbers();

    @Override
    public Numbers numbers() {
        return numbers;
    }
}
