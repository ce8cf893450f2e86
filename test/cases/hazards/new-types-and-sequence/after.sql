create schema app;
create type app.mood as enum ('sad', 'happy');
create type app.pair as (a integer, b integer);
create domain app.code as text;
create sequence app.s;
