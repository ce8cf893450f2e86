create schema odd;
create type odd.other as enum ('good');
