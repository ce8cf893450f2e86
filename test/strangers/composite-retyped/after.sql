create schema types;
create domain types.nonempty as text check (value <> '');
create domain types.email as types.nonempty constraint has_at check (value like '%_@_%') not null;
create domain types.emails as types.email[] check (cardinality(value) > 0);
create type types.color as enum ('red', 'green', 'blue');
create type types.address as (street types.nonempty, zip varchar(10), tint types.color[], country char(2));
create type types.span as range (subtype = date);
create table types.person (
  id int primary key,
  mails types.emails,
  home types.address,
  homes types.address[],
  likes types.color[] not null default array['red', 'blue']::types.color[],
  away types.span
);
create function types.likes_red(p types.person) returns boolean language sql stable as $$ select 'red' = any (p.likes) or 'blue' = any (p.likes) $$;
comment on type types.address is 'Where';
comment on domain types.email is 'A mail';
