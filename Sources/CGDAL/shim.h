#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gdal_alg.h>
#include <gdal_frmts.h>
#include <gdal_utils.h>
#include <gdal_version.h>
#include <gdalwarper.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <proj.h>

// The vector drivers' registration functions have C linkage but are declared in a C++ header only.
void RegisterOGRGeoJSON(void);
void RegisterOGRGeoJSONSeq(void);
void RegisterOGRGeoPackage(void);
void RegisterOGRShape(void);
void RegisterOGROpenFileGDB(void);
void RegisterOGRFlatGeobuf(void);
void RegisterOGRCSV(void);
void RegisterOGRKML(void);
void RegisterOGRGML(void);
void RegisterOGRMEM(void);

// A C cast that Swift cannot spell: PROJ's coordinate is a union.
static inline PJ_COORD steppe_lonlat(double longitude, double latitude) {
    return proj_coord(longitude, latitude, 0, 0);
}
