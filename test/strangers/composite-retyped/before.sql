create schema types;
create domain types.nonempty as text check (value <> '');
create domain types.email as types.nonempty constraint has_at check (value like '%@%');
create domain types.emails as types.email[] check (cardinality(value) > 0);
create type types.color as enum ('red', 'green');
create type types.address as (street types.nonempty, zip varchar(5), tint types.color[]);
create type types.span as range (subtype = date);
create table types.person (
  id int primary key,
  mails types.emails,
  home types.address,
  homes types.address[],
  likes types.color[] not null default array['red']::types.color[],
  away types.span
);
create function types.likes_red(p types.person) returns boolean language sql stable as $$ select 'red' = any (p.likes) $$;
insert into types.person values (1, array['a@b'], row('s', '12345', '{red}')::types.address, null, '{red,green}', '[2020-01-01,2020-02-01)');
