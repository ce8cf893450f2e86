create table p (id int not null, v int, constraint pp primary key (id)) partition by list (id);
create table p_1 partition of p for values in (1);
create index p_a on p (v);
alter index p_1_v_idx rename to other;
alter table p_1 rename constraint p_1_pkey to other_key;
