create table p_1 (id int not null, v int, primary key (id));
create index p_1_v_idx on p_1 (v);
