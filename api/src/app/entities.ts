import { EmployeeEntity } from '../features/employees/employee.entity.js';
import { UnitEntity } from '../features/employees/unit.entity.js';
import { IndicatorEntity } from '../features/indicators/indicator.entity.js';
import { PeriodEntity } from '../features/indicators/period.entity.js';
import { TargetEntity } from '../features/indicators/target.entity.js';
import { MeasurementEntity } from '../features/observations/measurement.entity.js';
import { ObservationEntity } from '../features/observations/observation.entity.js';
import { RegionEntity } from '../features/regions/region.entity.js';
import { EmployeeScoreEntity } from '../features/scores/employee-score.entity.js';
import { UnitScoreEntity } from '../features/scores/unit-score.entity.js';

/** Every table that a room owns. `migrations.test.ts` compares them with what the migrations make. */
export const entities = [
  RegionEntity,
  UnitEntity,
  EmployeeEntity,
  IndicatorEntity,
  PeriodEntity,
  TargetEntity,
  ObservationEntity,
  MeasurementEntity,
  EmployeeScoreEntity,
  UnitScoreEntity,
];
