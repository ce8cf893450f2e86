create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a (id bigint not null, kind text not null);
alter table only log attach partition log_a for values in ('a');
alter table only log add constraint log_pk primary key (id, kind);
alter table only log_a add constraint a_pk primary key (id, kind);
alter index log_pk attach partition a_pk;
