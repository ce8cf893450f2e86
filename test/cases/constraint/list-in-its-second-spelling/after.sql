create table k (id int, word varchar(50) not null);
alter table k add constraint known check (((word)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text, ('c'::character varying)::text])));
