-- What PUBLIC may do with every new type lets nobody reach a value: nothing is said of it.
create schema app;
