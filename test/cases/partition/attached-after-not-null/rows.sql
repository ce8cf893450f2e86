insert into p_1 values (1,5);
